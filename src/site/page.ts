import type { SiteData } from '../report/site/site-data.ts';
import { about } from './about.ts';
import { searchOf, wishesOf } from './address.ts';
import { part } from './element.ts';
import { figuresTable } from './figures-table.ts';
import { onSelection, showSelection } from './filters.ts';
import { lookupOf } from './lookup.ts';
import { metricCard } from './metric-card.ts';
import { possibleSelection, type Selection } from './selection.ts';
import { theme } from './theme.ts';
import { tiles } from './tile.ts';
import { type View, viewOf } from './view.ts';
import { periodText } from './words.ts';

/** What the page shows, in one sentence. */
function sentence({ selection: { from, to, by }, group }: View): string {
  const unit = by === 'month' ? 'by month' : 'by quarter';
  return `${group.item.name}, ${periodText(from)} to ${periodText(to)}, ${unit}.`;
}

/** Builds the page from the figures that stand in it, and shows what its address wishes to see. */
function start(): void {
  const data: SiteData = JSON.parse(part('data').textContent);
  const say = (text: string) => part('status').replaceChildren(text);
  const lookup = lookupOf(data);
  const first = possibleSelection(data, wishesOf(location.search));
  const cards = data.metrics.map((metric) => metricCard(metric, viewOf(data, lookup, first)));
  for (const [index, { number }] of data.metrics.entries()) {
    const card = cards[index];
    if (card !== undefined) part(number === null ? 'operation-cards' : 'metric-cards').append(card.element);
  }
  const showTable = figuresTable(say);

  const show = (selection: Selection) => {
    const view = viewOf(data, lookup, selection);
    showSelection(data, selection);
    part('goal-tiles').replaceChildren(...tiles(view));
    for (const card of cards) card.update(view);
    showTable(view);
    part('shown').textContent = sentence(view);
  };
  theme();
  about(data);
  onSelection(data, (selection) => {
    show(selection);
    history.replaceState(null, '', location.pathname + searchOf(selection, possibleSelection(data, {})));
    say(`Showing ${sentence(viewOf(data, lookup, selection))}`);
  });
  show(first);
  part('waiting').remove();
  part('main').hidden = false;
}

if (typeof document !== 'undefined') start();
