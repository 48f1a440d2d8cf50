import type { Candidate } from '../assignment/eligibility.ts';
import { type Directory, sameUsername } from '../people.ts';
import type { RecordState } from '../record/record-state.ts';

type Decision = NonNullable<RecordState['decision']>;

/** The internal note that shows the whole choice to the leads: everybody looked at, with load or reason. */
export function choiceNote(
  candidates: readonly Candidate[],
  { username, override }: Decision,
  directory: Directory,
): string {
  const rows = candidates
    .filter(
      (each) => isChosen(each, username) || each.kind === 'eligible' || each.reason !== 'not in the area',
    )
    .map((each) => `| ${each.sme.gitlab} | ${markOf(each, username)} | ${reasonOf(each)} |`);
  const chooser = override === null ? null : (directory.byId(override)?.username ?? 'somebody');
  const how =
    chooser === null
      ? 'How the SME was chosen, for leads only: who could take it, an SME before an associate, inside working hours before outside, least load of the next four weeks, then a fixed draw.'
      : `The SME was chosen by hand by ${chooser}; for leads only: what the rules of the program say about everybody. A reason beside the one who was chosen is a warning.`;
  return [how, '', '| who | could | because |', '| --- | --- | --- |', ...rows].join('\n');
}

function isChosen({ sme }: Candidate, username: string): boolean {
  return sameUsername(sme.gitlab, username);
}

function markOf(candidate: Candidate, username: string): string {
  if (isChosen(candidate, username)) return '**chosen**';
  return candidate.kind === 'eligible' ? 'could' : 'no';
}

/** Load and level of somebody who could, or what rules somebody out. */
export function reasonOf(candidate: Candidate): string {
  if (candidate.kind === 'ineligible') return candidate.reason;
  const when = candidate.window.outside ? ', partly outside working hours' : '';
  return `${candidate.level}, load ${candidate.load / 10} %${when}`;
}
