import { readFileSync } from 'node:fs';

/** One field of the printed form: what stands under its heading before anybody writes. */
export interface Section {
  readonly group: string;
  readonly heading: string;
  readonly hint: string;
  /** The names beside the boxes; a box whose name ends in a colon wants a text. */
  readonly boxes: readonly string[];
}

const file = new URL(
  '../../src/sandbox/example/project/.gitlab/issue_templates/SME%20Request.md',
  import.meta.url,
);

/** The form as the example program hands it out. */
const template: string = readFileSync(file, 'utf8');

function readSection(group: string, text: string): Section {
  const [heading = '', ...rest] = text.split('\n');
  const body = rest.join('\n');
  const hint = /<!--[\s\S]*?-->/.exec(body)?.[0] ?? '';
  const boxes = [...body.matchAll(/^- \[ \] (.*)$/gm)].map((match) => (match[1] ?? '').trim());
  return { group, heading: heading.trim(), hint, boxes };
}

/** The lines above the first heading. */
export const introduction: string = template.slice(0, template.indexOf('## '));

/** Its fields, in order. */
export const sections: readonly Section[] = template
  .split(/^## /m)
  .slice(1)
  .flatMap((part) => {
    const [name = '', ...fields] = part.split(/^### /m);
    return fields.map((field) => readSection(name.trim(), field));
  });

/** What follows the last field: the quick actions that GitLab would have taken out. */
export const closing = template.slice(template.indexOf('\n/label'));
