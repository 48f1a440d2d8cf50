import { type RequestState, requestStates } from '../../src/domain/workflow/request-state.ts';
import { type Transition, transitions } from '../../src/domain/workflow/transitions.ts';
import type { RowStory } from './row-story.ts';

type Step = Pick<RowStory, 'from' | 'event' | 'to'>;

const froms = ['none', ...requestStates] as const;

/** Every single step that the table allows. */
function steps(): Step[] {
  return transitions.flatMap(({ from: all, event, to }: Transition) =>
    all.flatMap((from) =>
      to.flatMap((target) => {
        const state = target === 'same' ? from : target;
        return state === 'none' ? [] : [{ from, event, to: state }];
      }),
    ),
  );
}

function isTold({ from, event, to }: Step, stories: readonly RowStory[]): boolean {
  return stories.some((story) => story.from === from && story.event === event && story.to === to);
}

/** The steps that no story tells, in words. */
export function untold(stories: readonly RowStory[]): string[] {
  return steps()
    .filter((step) => !isTold(step, stories))
    .map(({ from, event, to }) => `${from}, ${event}: ${to}`);
}

const marks = { told: '✓', untold: '✗', unlisted: '·' } as const;

function markOf(from: RequestState | 'none', event: string, stories: readonly RowStory[]): string {
  const cell = steps().filter((step) => step.from === from && step.event === event);
  if (cell.length === 0) return marks.unlisted;
  return cell.every((step) => isTold(step, stories)) ? marks.told : marks.untold;
}

/** From × event: told, not told, or not in the table and then undone. */
export function coverageTable(stories: readonly RowStory[]): string {
  const events = [...new Set(transitions.map((row) => row.event))];
  const width = Math.max(...events.map((event) => event.length));
  const head = froms.map((from, index) => `${index} ${from}`).join('  ');
  const columns = froms.map((_, index) => String(index).padStart(3)).join('');
  const rows = events.map(
    (event) => event.padEnd(width) + froms.map((from) => markOf(from, event, stories).padStart(3)).join(''),
  );
  return [head, ' '.repeat(width) + columns, ...rows, ''].join('\n');
}
