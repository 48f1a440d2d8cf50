import type { ProjectAction, WriteWikiPage } from '../../plan/action.ts';

/** A wiki page as it is. */
export interface WikiPage {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
}

/** GitLab takes two titles that differ in case for one page (`docs/gitlab.md#wiki`). */
export function findPage(pages: readonly WikiPage[], slug: string): WikiPage | null {
  return pages.find((page) => page.slug.toLowerCase() === slug.toLowerCase()) ?? null;
}

/** Writes a page. The title is sent as the page's own slug: any other one would rename the page. */
export function writePage(pages: readonly WikiPage[], slug: string, content: string): WriteWikiPage {
  const page = findPage(pages, slug);
  const name = page?.slug ?? slug;
  return { kind: 'wiki.write', title: name, slug: name, content, exists: page !== null };
}

/** Writes a page unless it says the same already. */
export function keepPage(pages: readonly WikiPage[], slug: string, content: string): ProjectAction[] {
  const page = findPage(pages, slug);
  const same = page?.content.replaceAll('\r\n', '\n').trimEnd() === content.trimEnd();
  return same ? [] : [writePage(pages, slug, content)];
}

const periodName = /^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4])$/;

/** The periods that the pages below a folder are named for: `2026-10` of `reports/2026-10`. Other pages are people's. */
export function namesBelow(pages: readonly WikiPage[], folder: string): string[] {
  const prefix = `${folder}/`;
  return pages
    .filter(({ slug }) => slug.toLowerCase().startsWith(prefix))
    .map(({ slug }) => slug.slice(prefix.length).toUpperCase())
    .filter((name) => periodName.test(name))
    .sort();
}
