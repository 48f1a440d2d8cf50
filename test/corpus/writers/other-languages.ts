import { foreign, numbers, oneOf } from '../dates.ts';
import { asPrinted } from '../layout.ts';
import { carefulPen, type Pen } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

/** Minutes in the words of other languages. */
function foreignDuration(random: Random, minutes: number): string {
  const hours = minutes / 60;
  const days = minutes / 480;
  const comma = String(hours).replace('.', ',');
  if (Number.isInteger(days)) {
    const one = days === 1;
    return random.pick([
      one ? '1 Tag' : `${days} Tage`,
      one ? '1 jour' : `${days} jours`,
      one ? '1 día' : `${days} días`,
      one ? '1 giorno' : `${days} giorni`,
      one ? '1 dag' : `${days} dagen`,
    ]);
  }
  if (hours === 1)
    return random.pick([
      '1 Stunde',
      'eine Stunde',
      '1 heure',
      'une heure',
      '1 hora',
      'una hora',
      '1 ora',
      '1 uur',
    ]);
  if (minutes < 60)
    return random.pick([`${minutes} Minuten`, `${minutes} minutos`, `${minutes} minuti`, `${minutes} Min.`]);
  return random.pick([
    `${comma} Stunden`,
    `${comma} Std.`,
    `${comma} heures`,
    `${comma} horas`,
    `${comma} ore`,
    `${comma} uur`,
    `${minutes} Minuten`,
    `${minutes} minutos`,
    `ca. ${comma} h`,
  ]);
}

const pen: Pen = {
  ...carefulPen,
  date: oneOf(foreign, foreign, foreign, foreign, foreign, numbers),
  dates: (random, dates) => dates.map((each) => `- ${each}`).join('\n') + random.pick(['', '', '\n']),
  duration: (random, minutes) => ({ text: foreignDuration(random, minutes), sure: true }),
};

/** Fills an English form in with the dates and words of their own language. */
export const otherLanguages: Writer = { name: 'other languages', pen, layout: asPrinted };
