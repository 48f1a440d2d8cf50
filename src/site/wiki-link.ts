import { element } from './element.ts';

/** A link to a page of the project's wiki; only its text where the project's address is not one of the web. */
export function wikiLink(project: string, page: string, text: string): HTMLElement {
  if (!/^https?:\/\//.test(project)) return element('span', {}, text);
  return element('a', { href: `${project}/-/wikis/${page}` }, text);
}
