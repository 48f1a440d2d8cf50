import { type FeedbackKey, feedbackFields } from '../board/form/feedback-fields.ts';
import { feedbackTitles } from '../board/form/feedback-titles.ts';
import type { FieldKey } from './fields.ts';
import { formLimit } from './form-size.ts';
import { requestTitles } from './request-titles.ts';
import { scanOnce } from './scan-once.ts';
import { titleKey } from './title-key.ts';

/** Headings of a request that, together, no other issue has. */
const tellingOfRequest: ReadonlySet<FieldKey> = new Set([
  'opportunity',
  'area',
  'engagement',
  'dates',
  'durationMinutes',
  'questions',
]);

/** The headings of the feedback form as they are printed, without those that may stand in a request. */
const tellingOfFeedback: ReadonlyMap<string, FeedbackKey> = new Map(
  feedbackFields
    .flatMap((group) => group.fields)
    .flatMap(({ key, heading }) => (key === null ? [] : [[titleKey(heading), key] as const]))
    .filter(([heading]) => requestTitles.heading(heading) === null),
);
const enough = 3;

/**
 * Which form a description plainly is by its headings, labels or not (docs/rules.md#requests,
 * docs/rules.md#customer-feedback); null: none. Where both are, three headings that only a request has make it a
 * request, so that nothing can be two things.
 */
export function toldForm(description: string): 'request' | 'feedback' | null {
  const request = new Set<FieldKey>();
  const requestOnly = new Set<FieldKey>();
  const feedback = new Set<FeedbackKey>();
  const text = description.length > formLimit ? description.slice(0, formLimit) : description;
  for (const block of scanOnce(text)) {
    if (block.kind !== 'heading' || block.quote > 0) continue;
    const key = titleKey(block.text);
    const told = tellingOfFeedback.get(key);
    if (told !== undefined) feedback.add(told);
    const title = requestTitles.heading(key);
    const field = title?.kind === 'field' ? title.field.key : null;
    if (field === null || !tellingOfRequest.has(field)) continue;
    request.add(field);
    if (feedbackTitles.heading(key) === null) requestOnly.add(field);
    if (requestOnly.size >= enough) return 'request';
  }
  if (feedback.size >= enough) return 'feedback';
  return request.size >= enough ? 'request' : null;
}
