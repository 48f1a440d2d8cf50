import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, badParameter, forbidden, invalidModel, notFound, Refusal } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { flag, isGiven, nested, oneOf, requiredText, text } from '../parameters.ts';
import { access } from '../rights.ts';
import { nextId, type WikiPageState } from '../state.ts';
import { renamedPath, shownTitle, slugOf, titlePath, titleProblems } from './wiki-slug.ts';

const formats = ['markdown', 'rdoc', 'asciidoc', 'org'] as const;
const largestContent = 5 * 1024 * 1024;

/**
 * The wiki: the whole list at once, no dates, no authors and no lock, so the last write wins
 * (`docs/gitlab.md#wiki`).
 */
export function wikiHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/wikis', listPages),
    projectRoute(host, 'get', '/wikis/:slug', (call) => answer(200, presentPage(findPage(call)))),
    projectRoute(host, 'post', '/wikis', createPage),
    projectRoute(host, 'put', '/wikis/:slug', editPage),
  ];
}

function listPages(call: ProjectCall): Answer {
  checkEnabled(call);
  const present = flag(call.parameters, 'with_content') === true ? presentPage : presentBasic;
  const pages = call.project.wiki.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return answer(200, pages.map(present));
}

function createPage(call: ProjectCall): Answer {
  checkWriter(call);
  const path = titlePath(requiredText(call.parameters, 'title'));
  const content = requiredText(call.parameters, 'content');
  const format = oneOf(call.parameters, 'format', formats) ?? 'markdown';
  checkPage(path, content);
  // GitLab answers a duplicate with 400 or 422, depending on the layer that notices; new pages meet the former here.
  if (isTaken(call, slugOf(path), null)) throw duplicate(400);
  const slug = slugOf(path);
  const id = nextId(call.gitlab, 'wikiPage');
  const page = { id, slug, title: shownTitle(slug), content, format, frontMatter: frontMatterOf(call) ?? {} };
  call.project.wiki.push(page);
  return answer(201, presentPage(page));
}

/** A `title` that reads differently renames the file: the old slug is then gone. */
function editPage(call: ProjectCall): Answer {
  checkWriter(call);
  const page = findPage(call);
  if (!['title', 'content', 'format'].some((key) => isGiven(call.parameters, key))) {
    throw badParameter('content, title, format are missing, at least one parameter must be provided');
  }
  const title = text(call.parameters, 'title');
  const path = title === undefined ? page.slug : renamedPath(page.slug, title);
  const content = text(call.parameters, 'content') ?? page.content;
  checkPage(path, content);
  if (isTaken(call, slugOf(path), page)) throw duplicate(422);
  page.slug = slugOf(path);
  page.title = shownTitle(page.slug);
  page.content = content;
  page.format = oneOf(call.parameters, 'format', formats) ?? page.format;
  page.frontMatter = frontMatterOf(call) ?? page.frontMatter;
  return answer(200, presentPage(page));
}

function checkEnabled(call: ProjectCall): void {
  if (call.project.settings.wikiAccessLevel === 'disabled') throw forbidden();
}

function checkWriter(call: ProjectCall): void {
  checkEnabled(call);
  if (call.access < access.developer) throw forbidden();
}

function findPage(call: ProjectCall): WikiPageState {
  checkEnabled(call);
  const page = call.project.wiki.find(({ slug }) => slug === call.path.slug);
  if (page === undefined) throw notFound('Wiki Page');
  return page;
}

function checkPage(path: string, content: string): void {
  const problems: Record<string, string[]> = {};
  const title = titleProblems(path);
  if (title.length > 0) problems.title = title;
  if (content.trim() === '') problems.content = ["can't be blank"];
  const size = Buffer.byteLength(content, 'utf8');
  if (size > largestContent) problems.content = ['is too long. The maximum size is 5 MiB.'];
  if (Object.keys(problems).length > 0) throw invalidModel(problems);
}

/** Names that differ by their case only are the same page to GitLab. */
function isTaken(call: ProjectCall, slug: string, self: WikiPageState | null): boolean {
  const wanted = slug.toLowerCase();
  return call.project.wiki.some((page) => page !== self && page.slug.toLowerCase() === wanted);
}

function duplicate(status: 400 | 422): Refusal {
  const base = ['Duplicate page: A page with that title already exists'];
  return new Refusal(status, { message: { base } });
}

function frontMatterOf(call: ProjectCall): Record<string, string> | undefined {
  const title = text(nested(call.parameters, 'front_matter'), 'title');
  return title === undefined ? undefined : { title };
}

function presentBasic(page: WikiPageState) {
  const title = page.frontMatter.title ?? page.title;
  return { format: page.format, slug: page.slug, title, wiki_page_meta_id: page.id };
}

function presentPage(page: WikiPageState) {
  return { ...presentBasic(page), content: page.content, encoding: 'UTF-8', front_matter: page.frontMatter };
}
