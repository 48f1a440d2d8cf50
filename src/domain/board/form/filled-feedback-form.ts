import type { Config } from '../../../config/types.ts';
import { type FormField, otherChoice } from '../../form/form-definition.ts';
import { emptyAnswer, formText } from '../../form/form-text.ts';
import type { AreaChoice } from '../../form/request-form.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { type FeedbackChoices, type FeedbackKey, feedbackFields } from './feedback-fields.ts';
import { offeredNames } from './offered-names.ts';

/** What is known of a piece of feedback before anybody has written it. */
export interface KnownFeedback {
  /** An id, or what was written in place of one. */
  readonly asking: string | null;
  readonly area: AreaChoice | null;
  /** Number of the request it came from. */
  readonly request: number;
}

/**
 * The feedback form with what is known filled in, as the desk opens it for somebody: without the hints of the template,
 * because comments in what the desk writes are its own marks only. It is read back like any other.
 */
export function filledFeedbackForm(
  known: KnownFeedback,
  config: Pick<Config, 'areas' | 'feedback'>,
): readonly string[] {
  const names = (source: FeedbackChoices) => offeredNames(source, config).map(escapeMarkdown);
  return formText(feedbackFields, (field) => answerOf(field, known, config) ?? emptyAnswer(field, names));
}

/** The lines of a field that is known; null: it is not. What was once written by a person never begins a line. */
function answerOf(
  field: FormField<FeedbackKey, FeedbackChoices>,
  { asking, area, request }: KnownFeedback,
  config: Pick<Config, 'areas' | 'feedback'>,
): readonly string[] | null {
  if (field.key === 'asking') return asking === null ? null : [`- ${escapeMarkdown(asking)}`];
  if (field.key === 'area') return area === null ? null : areaBoxes(area, config.areas);
  return field.key === 'requests' ? [`- #${request}`] : null;
}

function areaBoxes({ key, other }: AreaChoice, areas: Config['areas']): readonly string[] {
  const boxes = areas.map((area) => `- [${area.key === key ? 'x' : ' '}] ${escapeMarkdown(area.name)}`);
  const text = other === null ? `- [ ] ${otherChoice}: ` : `- [x] ${otherChoice}: ${escapeMarkdown(other)}`;
  return [...boxes, text];
}
