/**
 * Names of months and days as people write them into an English form: English, German, French, Spanish, Italian,
 * Portuguese, Dutch and Swedish, in small letters without accents. No name of a month means two months in these
 * languages. A short name of a day may (`do`, `ma`): a day that then does not fit the date is asked about.
 */
const months: readonly string[] = [
  'january jan januar janner januari janvier janv janeiro enero ene gennaio gen',
  'february feb februar februari fevrier fevr fev fevereiro febrero febbraio',
  'march mar marz maerz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maio mei maj maggio mag',
  'june jun juni juin junio junho giugno giu',
  'july jul juli juillet juil julio julho luglio lug',
  'august aug aout agosto ago augustus augusti',
  'september sep sept septembre septiembre setiembre setembro settembre set',
  'october oct oktober okt octobre octubre outubro out ottobre ott',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro dicembre',
];

const weekdays: readonly string[] = [
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo sondag son',
  'monday mon montag mo lundi lun lunes lunedi segunda-feira segunda seg maandag ma mandag man',
  'tuesday tues tue dienstag di mardi mar martes martedi terca-feira terca ter dinsdag tisdag tis',
  'wednesday weds wed mittwoch mi mercredi mer miercoles mie mercoledi quarta-feira quarta qua woensdag wo onsdag ons',
  'thursday thurs thur thu donnerstag do jeudi jeu jueves jue giovedi gio quinta-feira quinta qui donderdag torsdag tors tor',
  'friday fri freitag fr vendredi ven viernes vie venerdi sexta-feira sexta sex vrijdag vr fredag fre',
  'saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za lordag lor',
];

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((all, place) => all.split(' ').map((name) => [name, place] as const)));
}

/** Longer names first, so that `mars` is not read as `mar` and a rest. */
function alternatives(places: ReadonlyMap<string, number>): string {
  return [...places.keys()].sort((a, b) => b.length - a.length).join('|');
}

const monthPlaces = placesOf(months);
const weekdayPlaces = placesOf(weekdays);

/** The names of months as a part of a pattern, without a group of its own. */
export const monthPattern = `(?:${alternatives(monthPlaces)})(?![a-z])`;

/** A name of a day, with its full stop; the name is the first group. */
export const weekdayPattern = new RegExp(`\\b(${alternatives(weekdayPlaces)})\\b\\.?`);

/** 1 to 12; 0: no month. */
export function monthNamed(name: string): number {
  return (monthPlaces.get(name) ?? -1) + 1;
}

/** 0 is Sunday; null: no day. */
export function weekdayNamed(name: string): number | null {
  return weekdayPlaces.get(name) ?? null;
}

/** Words around a date that say nothing about when it is. */
export const dateNoise = new RegExp(
  `\\b(?:${[
    'on at from the time preferred preferably ideally option alternative alternatively alt first second third',
    'choice date start starting',
    'am um den der ab uhr h',
    'le a partir de las el los hora horas hs desde del',
    'il alle ore dia as op om vanaf uur kl',
  ]
    .join(' ')
    .split(' ')
    .join('|')})\\b`,
  'g',
);

/** Central European time by its German names. */
const germanZones: Readonly<Record<string, string>> = { mez: 'cet', mesz: 'cest' };

/**
 * A text as the patterns for dates expect it: small letters without accents, one kind of hyphen, hours as `15:00`,
 * the signs for year, month and day of Japan and China as hyphens. Letters that only look like others stay.
 */
export function plainDateText(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d)\s?[\u5e74\u6708]\s?(?=\d)/g, '$1-')
    .replace(/(\d)\s?\u65e5/g, '$1 ')
    .replace(/\b(?:noon|midday)\b/g, '12:00')
    .replace(/\b(?:ore|alle|kl\.?|klockan)\s*(\d{1,2})(?![\d:.h])/g, ' $1:00')
    .replace(/\bmesz\b|\bmez\b/g, (name) => germanZones[name] ?? name);
}
