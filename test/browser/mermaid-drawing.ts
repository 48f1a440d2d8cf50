import type { Page } from 'playwright-core';
import type { MermaidBlock } from './mermaid-blocks.ts';

/** What stands in a drawing of each kind if it shows anything: bars, lines, slices, boxes. */
const marks: Readonly<Record<string, string>> = {
  'xychart-beta': '.plot rect, .plot path',
  pie: '.pieCircle, .pieOuterCircle + path',
  flowchart: '.node',
  graph: '.node',
  quadrantChart: '.data-point',
  gantt: 'rect.task',
  timeline: '.timeline-node, .node-bkg',
  'stateDiagram-v2': '.node, .statediagram-state',
  sequenceDiagram: '.actor',
};

interface Drawing {
  readonly error: string | null;
  readonly marks: number;
  readonly broken: boolean;
  readonly isErrorGraphic: boolean;
}

/** Draws a block with the Mermaid that the page has loaded. */
async function draw(page: Page, id: string, text: string, selector: string): Promise<Drawing> {
  return page.evaluate(
    async ([name, source, wanted]) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: { render: (id: string, text: string) => Promise<{ svg: string }> };
      };
      try {
        const { svg } = await mermaid.render(name, source);
        const place = document.createElement('div');
        place.innerHTML = svg;
        document.body.append(place);
        return {
          error: null,
          marks: place.querySelectorAll(wanted).length,
          broken: [...place.querySelectorAll('svg, svg *')].some((each) =>
            ['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'points', 'transform'].some((name) =>
              /NaN|Infinity|undefined/.test(each.getAttribute(name) ?? ''),
            ),
          ),
          isErrorGraphic: place.querySelector('.error-icon, [aria-roledescription="error"]') !== null,
        };
      } catch (cause) {
        return { error: String(cause), marks: 0, broken: false, isErrorGraphic: false };
      }
    },
    [id, text, selector] as const,
  );
}

function faultOf(drawing: Drawing): string | null {
  if (drawing.error !== null) return drawing.error.split('\n').slice(0, 3).join(' ');
  if (drawing.isErrorGraphic) return 'an error graphic';
  if (drawing.broken) return 'a number in it is none';
  return drawing.marks === 0 ? 'nothing is drawn in it' : null;
}

/** Draws every block and gives what is wrong: a line for each block that is not a picture with something in it. */
export async function mermaidFaults(page: Page, blocks: readonly MermaidBlock[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, { place, text }] of blocks.entries()) {
    const lines = text.split('\n').map((line) => line.trim());
    const kind = /^(?:%%|---)/.test(lines[0] ?? '') ? kindAfterHead(lines) : (lines[0]?.split(/\s/)[0] ?? '');
    const selector = marks[kind];
    const fault =
      selector === undefined
        ? `"${kind}" is a kind of diagram these checks do not know`
        : faultOf(await draw(page, `block-${index}`, text, selector));
    if (fault !== null) faults.push(`${place}: ${fault}`);
  }
  return faults;
}

/** The kind of a diagram that begins with settings. */
function kindAfterHead(lines: readonly string[]): string {
  const end = lines.indexOf('---', 1);
  const rest = lines.slice(end === -1 ? 0 : end + 1).filter((line) => line !== '' && !line.startsWith('%%'));
  return rest[0]?.split(/\s/)[0] ?? '';
}
