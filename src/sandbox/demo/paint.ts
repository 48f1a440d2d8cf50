import { styleText } from 'node:util';

/** How words stand out; without colour every one of these leaves its text as it is. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly people: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/** Paint for a terminal that shows colours, or none. */
export function paintFor(colours: boolean): Paint {
  const inFormat = (format: Format) => (text: string) =>
    colours ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: inFormat('bold'),
    faint: inFormat('dim'),
    good: inFormat('green'),
    bad: inFormat('red'),
    people: inFormat('cyan'),
  };
}
