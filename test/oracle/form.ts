import type { Rules } from './rules.ts';

/**
 * The oracle's own, simple reading of a request's form: what stands below a heading of the template. A field it
 * cannot read is null, and null accuses nobody.
 */
export interface FormReading {
  /** First 15 characters: in them alone an id differs from others. */
  readonly opportunity: string | null;
  /** Key of the area. */
  readonly area: string | null;
  readonly engagement: string | null;
  /** `#name` in small letters, or an id; empty: left blank. */
  readonly channel: string | null;
  readonly minutes: number | null;
  /** First and last day of the proposed dates, `YYYY-MM-DD`; null: not all of them are written that way. */
  readonly days: { readonly first: string; readonly last: string } | null;
  /** The reason for a fast track, or what stands in its place; empty: none. */
  readonly fastTrack: string;
  readonly phone: string | null;
  /** Names that tell who the customer is. */
  readonly customerNames: readonly string[];
}

function below(description: string, heading: string): string {
  const sections = description.replaceAll('\r', '').split(/^#{1,6}[ \t]+/m);
  const found = sections.find((section) => section.split('\n', 1)[0]?.trim().toLowerCase() === heading);
  return (found ?? '')
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
}

function ticked(section: string): string[] {
  return [...section.matchAll(/^[-*][ \t]+\[[xX]\][ \t]+(.*)$/gm)].map((match) => (match[1] ?? '').trim());
}

function only<Value>(values: Iterable<Value>): Value | null {
  const [first, second] = new Set(values);
  return first === undefined || second !== undefined ? null : first;
}

function opportunityIn(text: string): string | null {
  const ids = [...text.matchAll(/(?<![A-Za-z0-9])(006[A-Za-z0-9]{12})(?:[A-Z0-5]{3})?(?![A-Za-z0-9])/g)];
  return only(ids.map((match) => match[1] ?? ''));
}

function areaIn(section: string, rules: Rules): string | null {
  const tick = only(ticked(section));
  if (tick === null) return null;
  const name = tick
    .replace(/^other:/i, '')
    .trim()
    .toLowerCase();
  const area = rules.areas.find((each) =>
    [each.name, each.key, ...each.aliases].some((word) => word.toLowerCase() === name),
  );
  return area?.key ?? null;
}

function minutesIn(section: string): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(min|minutes?|h|hours?|days?)$/i.exec(section);
  if (found === null) return null;
  const unit = (found[2] ?? '').toLowerCase();
  const factor = unit.startsWith('m') ? 1 : unit.startsWith('h') ? 60 : 480;
  return Number(found[1]) * factor;
}

/** Dates that begin with year, month and day, one a line; what else there may be is not for the oracle to read. */
function daysIn(section: string): FormReading['days'] {
  const lines = section.split('\n').filter((line) => line.trim() !== '');
  const days = lines.flatMap((line) => /^[-*][ \t]+(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(line)?.[1] ?? []);
  const [first, last] = [[...days].sort().at(0), [...days].sort().at(-1)];
  if (first === undefined || last === undefined || days.length < lines.length) return null;
  return { first, last };
}

/** Empty: the field is there and blank; null: it is not there, or is more than one word. */
function channelIn(description: string): string | null {
  const section = below(description, 'slack channel of the opportunity');
  if (section === '') return /slack channel of the opportunity/i.test(description) ? '' : null;
  if (!/^#?[A-Za-z0-9_-]+$/.test(section)) return null;
  return section.startsWith('#') ? section.toLowerCase() : section;
}

/** Forms that were read already: the laws look at the same ones again and again. */
const known = new WeakMap<Rules, Map<string, FormReading>>();

/** Reads a description as a form. */
export function readForm(description: string, rules: Rules): FormReading {
  const read = known.get(rules) ?? new Map<string, FormReading>();
  known.set(rules, read);
  const found = read.get(description) ?? readAnew(description, rules);
  read.set(description, found);
  return found;
}

function readAnew(description: string, rules: Rules): FormReading {
  const names = ['account name', 'opportunity name'].map((heading) => below(description, heading));
  const phone = below(description, 'your phone').replace(/[^\d+]/g, '');
  const channel = channelIn(description);
  return {
    opportunity: opportunityIn(below(description, 'opportunity id or link')) ?? opportunityIn(description),
    area: areaIn(below(description, 'area of expertise'), rules),
    engagement: only(ticked(below(description, 'type of engagement')))?.toLowerCase() ?? null,
    channel,
    minutes: minutesIn(below(description, 'expected duration')),
    days: daysIn(below(description, 'proposed dates')),
    fastTrack: below(description, 'reason for fast track'),
    phone: phone.length >= 7 ? phone : null,
    customerNames: names.filter((name) => name.length >= 4 && !name.includes('\n')),
  };
}

/** What of the binding fields differs between the form that was shown and another; a field unread differs not. */
export function bindingDifferences(shown: FormReading, now: FormReading): string[] {
  const differences: string[] = [];
  for (const name of ['opportunity', 'area', 'engagement', 'channel'] as const) {
    if (shown[name] !== null && now[name] !== null && shown[name] !== now[name]) {
      differences.push(`${name}: shown ${shown[name]}, now ${now[name]}`);
    }
  }
  if (shown.minutes !== null && now.minutes !== null && now.minutes > shown.minutes) {
    differences.push(`longer: shown ${shown.minutes} minutes, now ${now.minutes}`);
  }
  return differences;
}
