/** One diagram of a page. */
export interface MermaidBlock {
  /** The page it stands on, and its number there: `reports/2026-10 #2`. */
  readonly place: string;
  readonly text: string;
}

/** The diagrams of a Markdown page. */
export function mermaidBlocks(page: string, markdown: string): MermaidBlock[] {
  const found = [...markdown.matchAll(/^```mermaid\n(?<text>[\s\S]*?)^```$/gm)];
  return found.map((match, index) => ({
    place: `${page} #${index + 1}`,
    text: match.groups?.text ?? '',
  }));
}
