import { PaperDesk } from '../builders/paper-desk.ts';
import { exampleProgram } from './build/made-once.ts';

type Options = ConstructorParameters<typeof PaperDesk>[0];

/** A desk of the example program to which nobody has written yet. */
export function emptyDesk(options: Options = {}): PaperDesk {
  return new PaperDesk({ config: exampleProgram, ...options });
}

/** A desk with request 1, opened by sam for a demo of AI, checked and shown to its approvers priya and omar. */
export function waitingRequest(options: Options = {}): PaperDesk {
  const desk = emptyDesk(options);
  desk.open();
  desk.run();
  return desk;
}

/** The same, approved by omar in time, and with that approval in its record; nothing is granted yet. */
export function approvedRequest(options: Options = {}): PaperDesk {
  const desk = waitingRequest(options);
  desk.click(1, 'omar', 'request::approved');
  desk.run({ steps: ['validate'] });
  return desk;
}

/** The same with an SME, on the team and in the channel. */
export function assignedRequest(options: Options = {}): PaperDesk {
  const desk = approvedRequest(options);
  desk.run();
  return desk;
}
