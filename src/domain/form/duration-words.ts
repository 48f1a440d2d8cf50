const hour = 60;
const day = 8 * hour;

/** Units of time in the languages of `date-words.ts`, and the minutes of one; a day counts 8 hours (docs/rules.md#requests). */
const units: readonly (readonly [minutes: number, words: string])[] = [
  [1, 'minutes minute mins min m minuten minutos minuto minuti minuter minuut'],
  [hour, 'hours hour hrs hr h stunden stunde std heures heure horas hora hs ore ora uren uur timmar timme'],
  [day, 'days day d tage tag jours jour journee dias dia giorni giorno dagen dag dagar'],
];

const minutesOfUnit = new Map(
  units.flatMap(([minutes, words]) => words.split(' ').map((word) => [word, minutes])),
);

const words: Readonly<Record<string, string>> = {
  'half an': '0.5',
  'half a': '0.5',
  half: '0.5',
  an: '1',
  a: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  eine: '1',
  ein: '1',
  une: '1',
  un: '1',
  una: '1',
  uma: '1',
  um: '1',
  een: '1',
};

/** What people put around a duration that leaves it as it is. Nothing that makes it more, less or uncertain. */
const fillers = [
  'we would need',
  'we need',
  'i think',
  'should be enough',
  'should do',
  'is enough',
  'will do',
  'in total',
  'total',
  'probably',
  'please',
  'each',
  'per meeting',
  'per session',
  'incl. questions',
  'including questions',
  'with questions',
  'and',
];

const amount = '(\\d{1,4}(?:[.,]\\d{1,2})?)';
const part = new RegExp(
  `${amount}[\\s-]*(${[...minutesOfUnit.keys()].sort((a, b) => b.length - a.length).join('|')})\\b\\.?`,
  'g',
);
const filler = new RegExp(
  `\\b(?:${fillers.map((each) => each.replaceAll('.', '\\.')).join('|')})\\b|[,.+\\s]`,
  'g',
);
const about =
  /^(?:(?:it is|we would need|we need|probably)\s+)?(?:about|around|approximately|approx\.?|ca\.?|circa|etwa|environ|~|roughly|up to)\s*/;

/** A text with numbers as digits, without what says nothing; a bracket with a number in it stays and is not understood. */
function plainDuration(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\d)\s?\u00bd/g, '$1.5')
    .replace(/\u00bd/g, '0.5')
    .replace(about, '')
    .replace(
      /\b(half an?|half|an?|one|two|three|four|five|eine?|une?|una|uma?|een)\b/g,
      (word) => words[word] ?? word,
    )
    .replace(/^(\d{1,2})\s*h\s*(\d{2})\.?$/, '$1 h $2 min')
    .replace(/\(([^()\d]*)\)/g, ' $1 ');
}

/**
 * Minutes, or null when anything of the text is not understood: ranges, bare numbers, other units. Only smaller units
 * are added to larger ones: `60 min, 1 h` says one thing twice.
 */
export function durationMinutes(written: string): number | null {
  const text = plainDuration(written);
  let total = 0;
  let unitBefore = Number.POSITIVE_INFINITY;
  for (const [, count = '', unit = ''] of text.matchAll(part)) {
    const unitMinutes = minutesOfUnit.get(unit) ?? 0;
    const minutes = Number(count.replace(',', '.')) * unitMinutes;
    if (minutes >= unitBefore) return null;
    total += minutes;
    unitBefore = unitMinutes;
  }
  const rest = text.replace(part, ' ').replace(filler, '');
  return rest === '' && total > 0 ? Math.round(total) : null;
}
