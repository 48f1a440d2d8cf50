import type { SiteData } from '../report/site/site-data.ts';
import { element, part } from './element.ts';
import { wikiLink } from './wiki-link.ts';
import { instantText } from './words.ts';

/** Until when events are in the figures: the latest cut-off there is. */
function lastCutOff({ periods }: SiteData): string {
  const latest = periods
    .map(({ cutOff }) => cutOff)
    .sort()
    .at(-1);
  return latest === undefined ? 'not known' : instantText(latest);
}

/** Writes what the page is about and what it was made with. */
export function about(data: SiteData): void {
  document.title = `${data.program}: dashboard`;
  part('program').textContent = data.program;
  part('as-of').textContent = `Figures up to ${lastCutOff(data)}`;
  const rows = [
    ['Cut-off', lastCutOff(data)],
    ['Read on', `${instantText(data.readOn)}: surveys, votes and the roster, which have no history`],
    ['Code', data.revisions.code],
    ['Configuration', data.revisions.config],
    [
      'Withheld',
      `ratings, NPS and amounts that fewer than ${data.minimumN} stand behind, and the load of a single SME`,
    ],
  ] as const;
  const lines = rows.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]);
  part('revisions').replaceChildren(...lines);
  const links = [
    ['dashboard', 'Dashboard in the wiki'],
    ['metrics', 'Definitions of the metrics'],
    ['home', 'Home of the program'],
  ] as const;
  const items = links.map(([page, text]) => element('li', {}, wikiLink(data.project, page, text)));
  part('wiki-links').replaceChildren(...items);
}
