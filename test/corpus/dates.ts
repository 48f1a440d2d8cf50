import { english, type Language, languages } from './languages.ts';
import { isSummer, type Moment, weekdayOf } from './moment.ts';
import type { Random } from './random.ts';

/** What stands on the paper, and whether everybody reads it the same way. */
export interface Written {
  readonly text: string;
  readonly sure: boolean;
}

export type DatePen = (random: Random, moment: Moment) => Written;

const two = (value: number): string => String(value).padStart(2, '0');

/** The zone behind a time: nothing where the own clock is meant. */
function zoneWord(random: Random, { place, ...moment }: Moment): string {
  if (place === null) return '';
  const summer = isSummer(moment);
  const hours = summer ? place.summer : place.winter;
  const offset = `${hours < 0 ? '-' : '+'}${Math.abs(hours)}`;
  const short = place.short[summer ? 1 : 0];
  return random.pick([place.region, short, short, `(${short})`, `UTC${hours === 0 ? '' : offset}`]);
}

/** `, 3 PM EST`: with what joins it to the day, or nothing. */
function usClock(random: Random, moment: Moment): string {
  if (moment.time === null) return '';
  const { hour, minute } = moment.time;
  const half = random.pick(['AM PM', 'am pm', 'a.m. p.m.']).split(' ')[hour < 12 ? 0 : 1];
  const minutes = minute === 0 && random.chance(50) ? '' : `:${two(minute)}`;
  const space = random.pick([' ', '']);
  const join = random.pick([', ', ' at ', ' @ ', ' ']);
  return `${join}${hour % 12 === 0 ? 12 : hour % 12}${minutes}${space}${half} ${zoneWord(random, moment)}`.trimEnd();
}

function clock(
  random: Random,
  moment: Moment,
  joins: readonly [string, ...string[]] = [' ', ', ', ' at '],
): string {
  if (moment.time === null) return '';
  const { hour, minute } = moment.time;
  return `${random.pick(joins)}${two(hour)}:${two(minute)} ${zoneWord(random, moment)}`.trimEnd();
}

const ordinal = (day: number): string => {
  if (day > 3 && day < 21) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
};

/** Year first, as the form suggests. */
export const iso: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const mark = random.pick(['-', '-', '-', '/']);
  return { text: [year, two(month), two(day)].join(mark) + clock(random, moment), sure: true };
};

export const british: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const weekday = english.weekdays[weekdayOf(moment)] ?? '';
  const name = english.months[month - 1] ?? '';
  const date = random.pick([
    `${day} ${name} ${year}`,
    `${day}${ordinal(day)} ${name} ${year}`,
    `${weekday} ${day} ${name} ${year}`,
    `${weekday}, ${day}${ordinal(day)} of ${name}, ${year}`,
    `${weekday.slice(0, 3)} ${day} ${name.slice(0, 3)} ${year}`,
    `${day}-${name.slice(0, 3)}-${year}`,
  ]);
  return { text: date + clock(random, moment), sure: true };
};

export const american: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const weekday = english.weekdays[weekdayOf(moment)] ?? '';
  const name = english.months[month - 1] ?? '';
  const date = random.pick([
    `${name} ${day}, ${year}`,
    `${name} ${day}${ordinal(day)}, ${year}`,
    `${weekday}, ${name} ${day}, ${year}`,
    `${weekday.slice(0, 3)}. ${name.slice(0, 3)}. ${day}, ${year}`,
    `${name.slice(0, 3)} ${day} ${year}`,
  ]);
  return { text: date + usClock(random, moment), sure: true };
};

/** Numbers only: sure if the day cannot be a month, or is the same number. */
export const numbers: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const sure = day > 12 || day === month;
  const date = random.pick([
    `${two(day)}/${two(month)}/${year}`,
    `${month}/${day}/${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${day}.${month}.${year}`,
    `${two(day)}-${two(month)}-${year}`,
  ]);
  return { text: date + clock(random, moment), sure };
};

function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/%(\w)/g, (_, letter: string) => values[letter] ?? '');
}

function foreignZone(random: Random, language: Language, moment: Moment): string {
  if (moment.place === null) return '';
  const central = moment.place.short[0] === 'CET';
  if (language.name === 'German' && central) return isSummer(moment) ? ' MESZ' : ' MEZ';
  return random.pick([` ${moment.place.region}`, ` (${moment.place.region})`]);
}

/** In the words of a language. */
export function inLanguage(language: Language): DatePen {
  return (random, moment) => {
    const { year, month, day, time } = moment;
    const short = random.chance(35);
    const weekdays = random.chance(40) ? language.shortWeekdays : language.weekdays;
    const months = short ? language.shortMonths : language.months;
    const first = language.name === 'French' && day === 1;
    const date = filled(random.pick(language.patterns), {
      w: weekdays[weekdayOf(moment)] ?? '',
      d: first ? '1er' : String(day),
      m: months[month - 1] ?? '',
      y: String(year),
    });
    if (time === null) return { text: date, sure: true };
    const full = time.minute === 0 && random.chance(40);
    const pattern = full ? language.fullHour : random.pick(language.clocks);
    const hours = filled(pattern, { H: String(time.hour), M: two(time.minute) });
    return { text: date + hours + foreignZone(random, language, moment), sure: true };
  };
}

/** Year, month and day, each with its sign, as in Japan and China. */
const eastAsian: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  return { text: `${year}年${month}月${day}日${clock(random, moment, [' '])}`, sure: true };
};

/** Half a date: the reader would have to guess the year, the half of the day or the day itself. */
export const half: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const name = english.months[month - 1] ?? '';
  const weekday = english.weekdays[weekdayOf(moment)] ?? '';
  const text = random.pick([
    `${day} ${name.slice(0, 3)}`,
    `${name} ${day}${ordinal(day)}`,
    `${weekday} the ${day}${ordinal(day)}`,
    `next ${weekday}`,
    `${day}.${month}.`,
    `${day}/${month}`,
    `${two(day)}.${two(month)}.${String(year).slice(2)}`,
    `${day} ${name} ${year} at 3:30`,
    `week of ${name} ${day}, ${year}`,
    `${name} ${year}`,
    `between ${day} and ${day + 2} ${name} ${year}`,
    'as soon as possible',
    `2026-13-${two(day)}`,
    `31 June ${year}`,
  ]);
  return { text, sure: false };
};

/** Any of several pens, anew for each date. */
export function oneOf(...pens: readonly [DatePen, ...DatePen[]]): DatePen {
  return (random, moment) => random.pick(pens)(random, moment);
}

export const foreign: DatePen = (random, moment) =>
  random.chance(12) ? eastAsian(random, moment) : inLanguage(random.pick(languages))(random, moment);
