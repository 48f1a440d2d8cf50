import type { Area, Config } from '../../config/types.ts';
import { type CardStatus, cardStatuses } from '../../domain/board/card.ts';
import { impactNames } from '../../domain/board/form/choice-names.ts';
import type { FeedbackForm } from '../../domain/board/form/feedback-form.ts';
import { statusNames } from '../../domain/board/standing/status-names.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { escapeMarkdown } from '../escape.ts';
import { folded } from '../folded.ts';
import { jsonTable } from '../json-table.ts';
import { markdownTable } from '../markdown-table.ts';
import { xyChart } from '../xy-chart.ts';
import type { BoardFacts } from './board-facts.ts';
import { kindOf, kindText, nothingKnown } from './card-words.ts';
import { type Ask, countsByStatus, topRequests } from './top-requests.ts';

const shown = 20;

/**
 * The wiki page `feedback/AREA`: what customers of an area ask for most. Numbers, enumerated names and references
 * only: everybody who reads the wiki reads it, and not all of them may read the cards
 * (`docs/rules.md#customer-feedback`). It depends on nothing but the board, so that an unchanged one gives the same
 * text.
 */
export function topRequestsPage(facts: BoardFacts, area: Area): string {
  const asks = topRequests(facts, area.key);
  const parts = [
    `**${asksInWords(asks.length)} in ${escapeMarkdown(area.name)}**, as of the last change of a card. Each number leads to a card; only those who may read the card can open it. Customers, titles and amounts stand on no wiki page.`,
    `Asks are open and neither resolved nor declined; cards that were confirmed to be the same are one ask. ${orderInWords(facts)}`,
    ...(asks.length === 0 ? [] : ['## The highest', highest(facts.config, asks)]),
    '## Where the cards stand',
    ...standings(countsByStatus(facts, area.key), area),
    ...(asks.length === 0 ? [] : ['## All of them', folded('Sort and filter', allOf(facts.config, asks))]),
    'See also: [Improvements](/feedback/improvements) · [product managers](/engage-pm) · [home](/home).',
  ];
  return `${parts.join('\n\n')}\n`;
}

function asksInWords(count: number): string {
  if (count === 0) return 'Nothing is asked for';
  return count === 1 ? '1 ask' : `${count} asks`;
}

function orderInWords({ scores }: BoardFacts): string {
  return scores.kind === 'off'
    ? 'Salesforce is off, so that there are no bands: they are ordered by impact, asks and askers.'
    : 'They are ordered by their score; those without a band, of whose customer nothing is known, come last, by impact, asks and askers.';
}

function highest(config: Config, asks: readonly Ask[]): string {
  const rows = asks
    .slice(0, shown)
    .map((ask) => cellsOf(config, ask))
    .map((cells, index) => [
      String(index + 1),
      `#${cells.card}`,
      cells.kind,
      escapeMarkdown(cells.theme),
      cells.impact,
      cells.band,
      `${cells.status} since ${cells.since}`,
      String(cells.asks),
      String(cells.askers),
    ]);
  const head = ['Place', 'Card', 'Kind', 'Theme', 'Impact', 'Band', 'Status', 'Asks', 'Askers'];
  const table = markdownTable(head, rows);
  const more = asks.length - shown;
  return more > 0 ? `${table}\n\n${more} more below.` : table;
}

function cellsOf(config: Config, { head, standing, score, impact, asks, askers }: Ask) {
  return {
    card: head.card.iid,
    kind: kindText(kindOf(head)),
    theme: themeText(config, head.form.theme),
    impact: impact === null ? nothingKnown : impactNames[impact],
    band: score?.band ?? nothingKnown,
    status: statusNames[standing.value],
    since: dayOf(config.calendar.timezone, standing.since),
    asks,
    askers,
  };
}

/** A configured theme; whatever people have written in place of one is not repeated. */
function themeText({ feedback }: Config, theme: FeedbackForm['theme']): string {
  if (theme.state !== 'given') return nothingKnown;
  return feedback.themes.find((each) => each === theme.value.theme) ?? 'Other';
}

function standings(counts: ReadonlyMap<CardStatus, number>, area: Area): string[] {
  const values = cardStatuses.map((status) => ({
    label: statusNames[status],
    value: counts.get(status) ?? 0,
  }));
  const table = markdownTable(
    values.map(({ label }) => label),
    [values.map(({ value }) => String(value))],
  );
  if (values.every(({ value }) => value === 0)) return ['No card is open.'];
  const title = `Open cards by status, ${area.name}`;
  return ['Open cards.', table, xyChart({ title, unit: 'count', points: values, goal: null })];
}

function allOf(config: Config, asks: readonly Ask[]): string {
  return jsonTable({
    caption: 'Asks, the highest first',
    fields: [
      { key: 'place', label: 'Place' },
      { key: 'card', label: 'Card' },
      { key: 'kind', label: 'Kind' },
      { key: 'theme', label: 'Theme' },
      { key: 'impact', label: 'Impact' },
      { key: 'band', label: 'Band' },
      { key: 'status', label: 'Status' },
      { key: 'since', label: 'Since' },
      { key: 'asks', label: 'Asks' },
      { key: 'askers', label: 'Askers' },
    ],
    items: asks.map((ask, index) => ({ place: index + 1, ...cellsOf(config, ask) })),
  });
}
