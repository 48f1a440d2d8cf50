import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../laws/source-files.ts';

/** One text file that people of this project have written. */
export interface RepositoryText {
  /** From the root, such as `docs/rules.md`. */
  readonly path: string;
  readonly text: string;
}

const folders = ['src', 'scripts', 'test', 'docs', 'config', 'schemas', '.gitlab', '.ci'];
const made = /(?:^|\/)(?:node_modules\/|package-lock\.json$)/;
const readable = /\.(?:ts|md|ya?ml|json)$|(?:^|\/)(?:run|\.npmrc|\.gitignore)$/;

/** Every text of the repository, without what is installed or made by a run. */
export function repositoryTexts(): RepositoryText[] {
  const paths = [...filesIn('', false), ...folders.flatMap((folder) => filesIn(`${folder}/`, true))];
  const texts = paths.filter((path) => readable.test(path) && !made.test(path));
  return texts.sort().map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

function filesIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(root + folder)) return [];
  const entries = readdirSync(root + folder, { recursive, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The anchors of a Markdown page as GitLab makes them from its headings. Headings in code are none. */
export function anchorsOf(markdown: string): Set<string> {
  const prose = markdown.replace(/^(`{3,}|~{3,})[\s\S]*?^\1[ \t]*$/gm, '');
  const headings = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(headings.map(anchorOf));
}

function anchorOf(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, '');
  return words.trim().replace(/ /g, '-').replace(/-{2,}/g, '-');
}
