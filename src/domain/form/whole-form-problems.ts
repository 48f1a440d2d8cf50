import type { Block } from '../markdown/block.ts';
import { formProblem } from './form-problem.ts';
import { formLimit } from './form-size.ts';
import type { Problem } from './request-form.ts';

const wholeForm = 'The whole form';

/** An unclosed comment or fence hides what follows it: said only where something is missing. */
export function hiddenRest(blocks: readonly Block[]): readonly Problem[] {
  const last = blocks.findLast((block) => block.kind !== 'blank');
  if (last === undefined || !('closed' in last) || last.closed) return [];
  const comment = last.kind === 'comment';
  const told = {
    found: `${comment ? '<!--' : '```'} ${last.text}`,
    expected: `its end, because it hides everything behind it`,
    example: comment ? '-->' : '```',
  };
  return [formProblem(comment ? 'form-comment-open' : 'form-fence-open', wholeForm, told)];
}

/** The one problem of a description beyond the limit: nothing in it is looked at. */
export function tooLong(): Problem {
  const told = {
    found: `more than ${formLimit / 1024} KiB`,
    expected: `at most ${formLimit / 1024} KiB; put logs and long texts into attachments`,
    example: 'a link to the attachment',
  };
  return formProblem('form-too-long', wholeForm, told);
}
