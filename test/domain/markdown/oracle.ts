import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree['children'][number] | { type: 'unknown' };

function textOf(node: object): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (!('children' in node) || !Array.isArray(node.children)) return '';
  return node.children.map((child: object) => textOf(child)).join('');
}

function* walk(node: Node): Generator<string> {
  if (node.type === 'heading') yield `h${node.depth} ${textOf(node)}`;
  if (node.type === 'thematicBreak') yield 'rule';
  if (node.type === 'html') yield `comment ${node.value.replaceAll('\r', '')}`;
  // Indented code has no fence, which its source shows.
  if (node.type === 'code' && node.lang !== undefined && isFenced(node)) {
    yield `code ${node.lang ?? ''} ${node.value.replaceAll('\r', '')}`;
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const [own] = node.children;
    yield `task ${node.checked} ${own?.type === 'paragraph' ? textOf(own) : ''}`;
  }
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function isFenced(node: {
  value: string;
  position?: { start: { line: number }; end: { line: number } } | undefined;
}): boolean {
  if (node.position === undefined) return false;
  const lines = node.position.end.line - node.position.start.line + 1;
  return lines > node.value.split('\n').length || node.value === '';
}

/** What CommonMark with GitHub's tasks says of a text, in order: the oracle of the block scanner. */
export function headingsAndTasks(text: string): string[] {
  return [...walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))];
}
