import type { AnswerLine, FormLine } from './form-lines.ts';
import { isNothing, plainValue } from './plain-value.ts';

/** What a line says at most, but for free text; what is longer is no name, date, number or address. */
const longestLine = 2000;

/** The start of a long line, with a sign that it goes on, so that it is not taken for the whole. */
function startOf(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
}

function* eachAnswer(lines: readonly FormLine[]): Generator<AnswerLine> {
  for (const line of lines) {
    if (line.kind !== 'line') continue;
    const text = plainValue(startOf(line.text));
    if (!isNothing(text)) yield { ...line, text };
  }
}

/** The lines of a section that say something, each with its {@link plainValue}. */
export function answersOf(lines: readonly FormLine[]): readonly AnswerLine[] {
  return [...eachAnswer(lines)];
}

/** The same without empty boxes, `most` at most: whoever takes fewer need not look at a thousand. */
export function writtenAnswers(lines: readonly FormLine[], most: number): readonly AnswerLine[] {
  const answers: AnswerLine[] = [];
  for (const answer of eachAnswer(lines)) {
    if (answer.checked !== false) answers.push(answer);
    if (answers.length >= most) break;
  }
  return answers;
}

/** The one answer of a section; null: there is none, or more than one. */
export function onlyAnswer(lines: readonly FormLine[]): AnswerLine | null {
  const answers = eachAnswer(lines);
  const first = answers.next();
  return first.done === true || answers.next().done !== true ? null : first.value;
}

/** What the lines of a section say, on one line of `longest` characters at most; empty: nothing. */
export function answerText(lines: readonly FormLine[], longest: number): string {
  let text = '';
  for (const answer of eachAnswer(lines)) {
    text += text === '' ? answer.text : ` ${answer.text}`;
    if (text.length >= longest) return text.slice(0, longest);
  }
  return text;
}

/** Whether any line of a section says something. */
export function isAnswered(lines: readonly FormLine[]): boolean {
  return eachAnswer(lines).next().done === false;
}
