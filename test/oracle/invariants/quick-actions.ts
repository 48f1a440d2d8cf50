import type { Finding } from '../finding.ts';
import type { Seen } from '../seen.ts';
import { placeOf, sinksOf } from '../sinks.ts';

// Line ends that a reader of text may know besides the usual one.
const lineEnds = /[\n\v\f\u0085\u2028\u2029]/;

/** 12: GitLab has carried out no quick action for the desk, and no line it sent could have been one. */
export function quickActions(seen: Seen): Finding[] {
  const executed = seen.state.gitlab.executed
    .filter((each) => seen.desk.ids.includes(each.userId) && each.projectId === seen.project.id)
    .map((each) => ({ invariant: 12, issue: each.issueIid, what: `the desk executed ${each.command}` }));
  const sent = sinksOf(seen)
    .filter((sink) => sink.kind === 'issue')
    .flatMap((sink) => {
      const line = sink.sent
        .replaceAll('\r', '')
        .split(lineEnds)
        .find((each) => /^\s*\/[a-z_]/i.test(each));
      return line === undefined ? [] : [{ invariant: 12, what: `${placeOf(sink)} has the line ${line}` }];
    });
  return [...executed, ...sent];
}
