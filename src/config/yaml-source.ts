import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { type ConfigProblem, type Path, pathText } from './problem.ts';

/** One configuration file as text, under the name its problems are reported by. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** A file that is YAML; its values unchecked. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /** The line (from 1) of the key or list item at the path, or of the nearest one above it. */
  readonly lineOf: (path: Path) => number;
}

const largestBytes = 256 * 1024;
const mostAliases = 50;
/** One mistake in YAML often makes all the following lines wrong too. */
const mostProblems = 20;

const cures: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'Keep one document: remove the line "---" and what belongs to the other.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Indent the line like its neighbours.',
};

function entryAt(node: Node, step: string | number): { at: Node; value: Node | null } | null {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? null : { at: pair.key, value: pair.value };
  }
  if (!isSeq<Node>(node)) return null;
  const item = node.items[Number(step)];
  return item === undefined ? null : { at: item, value: item };
}

function offsetOf(document: Document.Parsed, path: Path): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (node === null || node === undefined) break;
    const entry = entryAt(node, step);
    if (entry === null) break;
    offset = entry.at.range?.[0] ?? offset;
    node = entry.value;
  }
  return offset;
}

function whole(file: string, message: string, cure: string): ConfigProblem {
  return { file, line: 1, path: '', message, cure };
}

function refusal({ file, text }: SourceFile): ConfigProblem | null {
  if (new TextEncoder().encode(text).length > largestBytes)
    return whole(file, 'the file is larger than 256 KiB', 'Remove what is not configuration.');
  if (text.trim() !== '') return null;
  return whole(file, 'the file is empty', 'Begin with the example that ships with the desk.');
}

/** Keys that stand twice in one map. The parser's own check takes quadratic time, this one linear. */
function duplicateKeys(file: string, document: Document.Parsed, lines: LineCounter): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  visit(document, {
    Map(_, node) {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const text = isScalar(key) ? String(key.value) : '';
        if (isScalar(key) && seen.has(text)) {
          const { line } = lines.linePos(key.range?.[0] ?? 0);
          const message = `the key "${text}" stands here twice`;
          problems.push({ file, line, path: '', message, cure: 'Keep one of the two and remove the other.' });
        }
        seen.add(text);
      }
    },
  });
  return problems;
}

function syntaxProblems(file: string, document: Document.Parsed, lines: LineCounter): ConfigProblem[] {
  const faults = [...document.errors, ...document.warnings];
  return faults.slice(0, mostProblems).map((fault) => ({
    file,
    line: lines.linePos(fault.pos[0]).line,
    path: '',
    message: fault.message.replace(/[\s.:]+$/, '').replace(/\s*\n\s*/g, ' '),
    cure: cures[fault.code] ?? 'Mend the YAML here; docs/configuration.md shows the form.',
  }));
}

/**
 * Reads one configuration file as YAML 1.2 without extensions (no merge keys, no tags): one document, no key twice,
 * few aliases, at most 256 KiB. Nothing about its content is checked yet.
 */
export function readYaml(source: SourceFile): YamlSource | readonly ConfigProblem[] {
  const refused = refusal(source);
  if (refused !== null) return [refused];
  const lines = new LineCounter();
  try {
    const document = parseDocument(source.text, {
      lineCounter: lines,
      prettyErrors: false,
      resolveKnownTags: false,
      stringKeys: true,
      uniqueKeys: false,
      version: '1.2',
      logLevel: 'error',
    });
    const faults = syntaxProblems(source.file, document, lines);
    const problems = faults.length > 0 ? faults : duplicateKeys(source.file, document, lines);
    if (problems.length > 0) return problems;
    return {
      file: source.file,
      data: document.toJS({ maxAliasCount: mostAliases }),
      lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
    };
  } catch {
    // The parser throws for aliases beyond the limit, and for nesting that overflows its stack.
    return [whole(source.file, 'the file cannot be read as YAML', 'Use fewer aliases and less nesting.')];
  }
}

/** A problem at a path of the file. */
export function problemAt(source: YamlSource, path: Path, message: string, cure: string): ConfigProblem {
  return { file: source.file, line: source.lineOf(path), path: pathText(path), message, cure };
}
