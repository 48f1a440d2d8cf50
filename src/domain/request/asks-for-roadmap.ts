import type { RequestForm } from '../form/request-form.ts';
import { withoutInvisible } from '../markdown/visible-text.ts';
import { otherPlans, roadmapWords } from './roadmap-words.ts';

/**
 * Whether a request asks, in its description or its questions, for what only product management can say: what will be
 * released, or when (`docs/rules.md#customer-feedback`). By words alone: nothing rests on it but one comment that says
 * whom to ask.
 */
export function asksForRoadmap({
  description,
  questions,
}: Pick<RequestForm, 'description' | 'questions'>): boolean {
  const texts = [
    ...(description.state === 'given' ? [description.value] : []),
    ...(questions.state === 'given' ? questions.value : []),
  ];
  return texts.some((text) => sentencesOf(text).some(isAsked));
}

/** On one line each, without the sign they end with. A full stop in a number or a name ends none. */
function sentencesOf(text: string): readonly string[] {
  const plain = withoutInvisible(text)
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'");
  return plain.split(/[!?;\n\r]|\.(?=\s|$)/).map((sentence) => sentence.replace(/\s+/g, ' '));
}

function isAsked(sentence: string): boolean {
  return sentence.replace(otherPlans, ' ').search(roadmapWords) >= 0;
}
