import type { SiteData } from '../report/site/site-data.ts';
import { element, part } from './element.ts';
import { periodsBy, possibleSelection, type Selection } from './selection.ts';
import { periodText } from './words.ts';

type Choice = readonly [value: string, text: string];

function fill(id: string, choices: readonly Choice[], chosen: string): void {
  const options = choices.map(([value, text]) =>
    element('option', { value, selected: value === chosen }, text),
  );
  part(id).replaceChildren(...options);
}

function groupChoices({ groups }: SiteData, kind: 'area' | 'region'): Choice[] {
  const all: Choice = ['', kind === 'area' ? 'All areas' : 'All regions'];
  return [all, ...groups.filter((each) => each.kind === kind).map(({ key, name }): Choice => [key, name])];
}

/** Shows a selection in the controls. */
export function showSelection(data: SiteData, { by, from, to, area, region }: Selection): void {
  const periods = periodsBy(data, by).map(({ item }): Choice => [item.name, periodText(item.name)]);
  fill('from', periods, from);
  fill('to', periods, to);
  fill('area', groupChoices(data, 'area'), area);
  fill('region', groupChoices(data, 'region'), region);
  const radio = part(`by-${by}`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
}

/**
 * Listens to the controls and tells each new selection. Months and quarters have names of their own, so the range
 * begins anew when one changes to the other.
 */
export function onSelection(data: SiteData, tell: (selection: Selection) => void): void {
  const form = part('filters');
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('change', () => {
    const wished = new FormData(form);
    const read = (name: string) => String(wished.get(name) ?? '');
    const [by, from, to, area, region] = ['by', 'from', 'to', 'area', 'region'].map(read);
    tell(possibleSelection(data, { by, from, to, area, region } as Record<keyof Selection, string>));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    tell(possibleSelection(data, {}));
  });
}
