import { DeskError } from '../errors.ts';
import { reconcileErrors } from '../reconcile/error-catalogue.ts';

/** One entry: what happened, what to do next, and the exit code of a run that ends with it. */
interface CatalogueEntry {
  readonly what: string;
  readonly cure: string;
  readonly exit: 1 | 2 | 3;
}

/**
 * Every code that a run itself can report; those of the outside systems are in `clients/error-catalogue.ts`. The
 * runbook is made from both, so a code without an entry does not compile. Where a run knows more, it says that in
 * the place of `what`.
 */
export const runErrors = {
  usage: {
    what: 'The script was called with flags it does not take, or with values it cannot use.',
    cure: 'Read the line below the message: it shows how the script is called.',
    exit: 1,
  },
  environment: {
    what: 'Variables are missing, half set, or hold what they cannot hold; each stands in a line of its own.',
    cure: 'Set the variables as each line says, and run again. An empty variable is an absent one.',
    exit: 1,
  },
  configuration: {
    what: 'The configuration has problems; each stands in a line of its own with file, line and what to write.',
    cure: 'Mend the files and look at them with: node scripts/check-config.ts',
    exit: 1,
  },
  'labels-missing': {
    what: 'The project lacks labels of the desk. GitLab would make them up in its own way, or drop them in silence.',
    cure: 'Run: node scripts/setup.ts, read its plan, then run it with --apply.',
    exit: 1,
  },
  'desk-role': {
    what: 'The token of the desk has too small a role in the project. It would see only a part of the requests.',
    cure: 'Set SME_DESK_GITLAB_TOKEN to a token of a bot or service account with the role Developer in the project.',
    exit: 1,
  },
  'plan-file': {
    what: 'The plan file cannot be written, or is not a plan.',
    cure: 'Make it anew: run the script without --apply and with --plan FILE.',
    exit: 1,
  },
  'plan-moved': {
    what: 'The plan file does not fit any more: GitLab, Salesforce or Slack has changed since it was saved.',
    cure: 'Nothing was written. Read the new plan above, save it with --plan FILE, and apply that.',
    exit: 3,
  },
  'gitlab-no-clock': {
    what: 'GitLab has not said what time it is (no Date header).',
    cure: 'Check the proxy in front of GitLab: it must not remove the Date header.',
    exit: 2,
  },
  'gitlab-write-ignored': {
    what: 'GitLab answered a write with success, but left out a part of it.',
    cure: 'Give the desk the role Developer in the project, and look whether the SME is a member of it.',
    exit: 2,
  },
  'note-altered': {
    what: 'GitLab has stored another text than the one that was sent.',
    cure: 'Look at the comment: a line of it may have been read as a command. Report it with the text of the issue.',
    exit: 2,
  },
  'body-refused': {
    what: 'A text held something that must not leave, and was not sent: a line that GitLab could read as a command, raw HTML, a mention that was not meant, or a line break in a title.',
    cure: 'Look at the description of the issue for the text that got through, and report it: this is a defect of the desk.',
    exit: 2,
  },
  'file-address': {
    what: 'GitLab has stored a file of the desk under an address that the desk does not put into a comment.',
    cure: 'Nothing to do: the comment says the same without the file. If it repeats, report the version of GitLab.',
    exit: 2,
  },
  unexpected: {
    what: 'The desk has met something it does not know.',
    cure: 'This is a defect. Report it with the command and the time; nothing more was written.',
    exit: 2,
  },
  ...reconcileErrors,
} satisfies Record<string, CatalogueEntry>;

export type RunErrorCode = keyof typeof runErrors;

/**
 * An error of the run with the words of its entry. `what` tells the case where more is known; `cure` only where
 * the way out differs from case to case.
 */
export function runError(
  code: RunErrorCode,
  told: { readonly what?: string; readonly cure?: string; readonly cause?: unknown } = {},
): DeskError {
  const entry = runErrors[code];
  const { what = entry.what, cure = entry.cure, cause } = told;
  return new DeskError(code, what, { cure, exit: entry.exit, ...(cause === undefined ? {} : { cause }) });
}
