import type { CardView } from '../../domain/board/card.ts';
import { kindNames } from '../../domain/board/form/choice-names.ts';
import { type FeedbackKind, feedbackKinds } from '../../domain/board/form/feedback-form.ts';

/** What stands where nothing is known. */
export const nothingKnown = '–';

/** A kind in words, from the value of a label or of a form; whatever else stands there is not repeated. */
export function kindText(value: string | null): string {
  const kind = feedbackKinds.find((each) => each === value);
  return kind === undefined ? nothingKnown : kindNames[kind];
}

/** The kind of a card: of its label, since what people have set there counts, else of its form. */
export function kindOf({ card, form }: CardView): FeedbackKind | null {
  const labelled = feedbackKinds.find((kind) => card.labels.includes(`feedback-type::${kind}`));
  return labelled ?? (form.kind.state === 'given' ? form.kind.value : null);
}
