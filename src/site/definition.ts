import type { SiteMetric } from '../report/site/site-metrics.ts';
import { element } from './element.ts';
import { wikiLink } from './wiki-link.ts';

/** A sentence of a definition: code between back quotes, and marks of emphasis left out. */
function sentence(text: string): (HTMLElement | string)[] {
  const parts = text.replaceAll('**', '').split('`');
  return parts.map((each, index) => (index % 2 === 1 ? element('code', {}, each) : each));
}

/** How a metric is counted, behind a line that opens. */
export function definition(metric: SiteMetric, project: string): HTMLElement {
  const items = metric.details.map((each) => element('li', {}, ...sentence(each)));
  return element(
    'details',
    { class: 'definition' },
    element('summary', {}, 'How it is counted'),
    element('p', {}, ...sentence(metric.formula)),
    items.length === 0 ? null : element('ul', {}, ...items),
    element('p', {}, wikiLink(project, 'metrics', 'All definitions in the wiki')),
  );
}
