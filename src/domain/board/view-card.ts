import type { Card, CardView } from './card.ts';
import { type FeedbackFormContext, parseFeedbackForm } from './form/parse-feedback-form.ts';

const areaScope = 'area::';

/** A card with what its form says, and the area whose people care for it. */
export function viewCard(card: Card, context: FeedbackFormContext): CardView {
  const form = parseFeedbackForm(card.description, context);
  const label = card.labels.find((each) => each.startsWith(areaScope));
  const inForm = form.area.state === 'given' ? form.area.value.key : 'other';
  return { card, form, areaKey: label?.slice(areaScope.length) ?? inForm };
}
