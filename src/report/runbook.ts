/** One code of the runbook. */
export interface RunbookEntry {
  readonly code: string;
  readonly what: string;
  readonly cure: string;
  /** The exit code of a run that ends with it; null: it is told to people on an issue and ends no run. */
  readonly exit: 1 | 2 | 3 | null;
}

/** A part of the runbook: where its codes are met, and the codes. */
export interface RunbookSection {
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly RunbookEntry[];
}

const opening = `<!-- Made by node scripts/templates.ts --apply from the catalogues in src/. Edits here are lost. -->

# Runbook

What each code means and what to do. A script tells a code behind its message, as in \`(code gitlab-unreachable)\`; a comment tells it at its end. A code keeps its meaning, so it can be searched for and linked: each is a heading here.

After a failure there is as a rule nothing to repair by hand: what did not come about is planned again by the next run, at most 15 minutes later.

## Exit codes

| code | a run ends with it when | to do |
| --- | --- | --- |
| 0 | everything is as it should be | nothing |
| 1 | flags, variables, configuration or labels do not allow a run; nothing was written | mend what the message names |
| 2 | an outside system failed for at least one item, an issue has moved meanwhile, or a cap left work for the next run; everything else was done. The pipeline shows amber | look at the codes; usually wait for the next run |
| 3 | a stop holds removals back, or a plan file does not fit any more | read the plan; allow it with the flag it prints, or save a new plan |

## Lines without a code

| line | means | to do |
| --- | --- | --- |
| \`left for the next run, …\` | the issue is no longer what the plan was made for: a person has clicked or written meanwhile, or an approval is gone. The rest of this issue was skipped, other issues were not | nothing |
| \`skipped, …\` | an earlier write of the same issue did not come about, or a system is off or down | see the line above it |
| \`the answer was lost, the next run looks\` | the write may have happened; the next run finds out before it writes again | nothing |
| \`Nobody is assigned in this run\` | the history of some request could not be read, so the load of the SMEs is not known | see the code beside it |
| a label \`salesforce::pending\` or \`slack::pending\` | that system has not taken something; it is tried in each run, and the label goes with success | nothing, unless it stays for hours |
| a label \`salesforce::failed\` | Salesforce could not be asked when the request was checked; it waits | see the Salesforce code of the run |
`;

function entryText({ code, what, cure, exit }: RunbookEntry): string {
  const ends = exit === null ? '' : `\n- **Exit code:** ${exit}`;
  return `### ${code}\n\n- **What happened:** ${prose(what)}\n- **What to do:** ${prose(cure)}${ends}`;
}

/** A catalogue's text on a Markdown page: what looks like HTML stands in code. */
function prose(text: string): string {
  return text.replace(/<!--|-->|```/g, (mark) => (mark === '```' ? '```` ``` ````' : `\`${mark}\``));
}

function sectionText({ title, lead, entries }: RunbookSection): string {
  return [`## ${title}`, lead, ...entries.map(entryText)].join('\n\n');
}

/** The page `docs/runbook.md`: exit codes, then one heading per code (`docs/security.md#promises`). */
export function runbookPage(sections: readonly RunbookSection[]): string {
  return `${[opening.trimEnd(), ...sections.map(sectionText)].join('\n\n')}\n`;
}
