import { issuesOf, labelsOf, projectOf } from '../../src/sandbox/demo/place.ts';
import type { IssueState } from '../../src/sandbox/gitlab/state.ts';
import type { World } from '../../src/sandbox/world.ts';
import { elsewhere, issueCard, newComments } from './see-chapter.ts';

/** What people see of a piece of customer feedback: its form, what was written on it, the board, and the wiki. */
export function seeFeedback(before: World, after: World): string[] {
  const card = cardOf(after);
  const was = cardOf(before);
  const isNews = card.description !== was.description || !was.notes.some(({ body }) => body.includes(record));
  return [
    ...issueCard(after, card),
    ...(isNews ? ['**The form:**', '', ...quoted(formOf(card)), ''] : []),
    ...newComments(after, was, card),
    '**Board** *Feedback: AI*:',
    '',
    ...board(after),
    '',
    ...wikiPage(before, after),
    ...elsewhere(before, after).filter((line) => !/^- #\d+: label/.test(line)),
  ];
}

/** What the desk's record of a card holds; before there is one, nobody has seen the form yet. */
const record = '<!-- sme-desk:card ';

function cardOf(world: World): IssueState {
  const card = issuesOf(world).find((issue) => labelsOf(world, issue).includes('type::customer-feedback'));
  if (card === undefined) throw new Error('there is no customer feedback');
  return card;
}

function formOf({ description }: IssueState): string {
  return (description ?? '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function quoted(text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
}

/** The columns as they stand on the page, with the cards in them. */
function board(world: World): string[] {
  const found = projectOf(world).boards.find(({ name }) => name === 'Feedback: AI');
  const columns = (found?.lists ?? [])
    .toSorted((a, b) => a.position - b.position)
    .map(({ labelId }) => world.gitlab.labels[labelId ?? 0]?.name ?? '');
  const cells = columns.map((column) =>
    issuesOf(world)
      .filter((issue) => issue.state === 'opened' && labelsOf(world, issue).includes(column))
      .map(({ iid, title }) => `#${iid} ${title}`)
      .join('<br>'),
  );
  const names = columns.map((column) => column.replace('feedback::', ''));
  return [row(names), row(names.map(() => '---')), row(cells)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The page of the top requests down to its first table, where it says something else than before. */
function wikiPage(before: World, after: World): string[] {
  const pageIn = (world: World) => projectOf(world).wiki.find(({ slug }) => slug === 'feedback/ai')?.content;
  const page = pageIn(after);
  if (page === undefined || page === pageIn(before)) return [];
  return ['**Wiki page** `feedback/ai`:', '', ...quoted((page.split('## Where')[0] ?? '').trim()), ''];
}
