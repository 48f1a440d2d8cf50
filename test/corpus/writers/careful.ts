import { american, british, iso, oneOf } from '../dates.ts';
import { asPrinted } from '../layout.ts';
import { carefulPen } from '../pen.ts';
import type { Writer } from '../writer.ts';

/** Reads the hints, and writes dates with the month as a word now and then. */
export const careful: Writer = {
  name: 'careful',
  pen: { ...carefulPen, date: oneOf(iso, british, american) },
  layout: asPrinted,
};
