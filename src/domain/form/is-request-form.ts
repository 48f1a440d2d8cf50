import type { FieldKey } from './fields.ts';
import { formLimit } from './form-size.ts';
import { scanOnce } from './scan-once.ts';
import { headingTitle, titleKey } from './titles.ts';

/** Headings that no other form of the program has together. */
const telling: ReadonlySet<FieldKey> = new Set([
  'opportunity',
  'area',
  'engagement',
  'dates',
  'durationMinutes',
  'questions',
]);
const enough = 3;

/** Whether a description is plainly an SME request by its headings, labels or not (docs/rules.md#requests). */
export function isRequestForm(description: string): boolean {
  const found = new Set<FieldKey>();
  const text = description.length > formLimit ? description.slice(0, formLimit) : description;
  for (const block of scanOnce(text)) {
    if (block.kind !== 'heading' || block.quote > 0) continue;
    const title = headingTitle(titleKey(block.text));
    const key = title?.kind === 'field' ? title.field.key : null;
    if (key !== null && telling.has(key)) found.add(key);
    if (found.size >= enough) return true;
  }
  return false;
}
