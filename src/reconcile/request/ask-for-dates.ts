import { nextPossibleDates } from '../../domain/assignment/next-possible.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { type NoDate, otherDatesComment } from '../../domain/notifications/question-comment.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { nothingShown } from '../../domain/record/nothing-shown.ts';
import { requesterZone } from '../../domain/request/request-view.ts';
import { otherDatesKey } from '../../domain/request/waits-for-dates.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const howMany = 3;

/**
 * Back to the requester for other dates: the record, one comment with times that an SME could take, then the label.
 * A counted approval stands; what was only shown is void, so that no click on dates that are over counts.
 */
export function askForDates(input: PhaseInput, event: NoDate): IssueAction[] {
  const { view, context } = input;
  const standing = view.state === 'approved' ? view.record.state?.approval?.event : view.reading.ownEvent;
  // Set in this very run: GitLab has no number for it yet, and the key of the comment needs one.
  if (standing === undefined || !Number.isInteger(standing)) return [];
  const before = recordOf(view, context);
  const shown = view.authority ? before : nothingShown(before);
  const record = decidedOn(shown, view, 'needs-info');
  const why = event === 'waitlist over' ? 'nobody was free for too long' : 'all proposed dates are over';
  const requester = view.issue.author.username;
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'needs-info'), why }),
    ...commentOnce(view, {
      key: `${otherDatesKey}${standing}`,
      body: otherDatesComment(requester, event, possibleDates(input)),
      mentions: [requester],
    }),
    moveTo(view, event, 'needs-info', { why }),
  ];
}

/** The next times at which an SME could come, in the requester's zone. */
function possibleDates({ view, context, engagements }: PhaseInput): string[] {
  const wish = wishOf(view);
  if (wish === null) return [];
  const { config, directory, snapshot } = context;
  const zone = requesterZone(context, view.issue.author.username);
  const supply = { config, directory, engagements, now: snapshot.now };
  return nextPossibleDates(wish, supply, howMany).map(({ start }) => formatInstant(start, zone));
}
