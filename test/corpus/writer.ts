import type { Layout } from './layout.ts';
import type { Pen } from './pen.ts';

/** A kind of person: how they write an answer, and how they arrange the answers. They know the form, not its reader. */
export interface Writer {
  readonly name: string;
  readonly pen: Pen;
  readonly layout: Layout;
}
