import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';
import { patternFault } from '../safe-pattern.ts';
import type { Rule } from './rule.ts';

const path = {
  channels: ['slack', 'opportunity_channels'],
  opportunity: ['salesforce', 'opportunity_id', 'pattern'],
} as const;

function* patternsAreSafe({ program }: Written): Iterable<Finding> {
  const patterns = [
    { path: path.channels, pattern: program.slack.opportunity_channels, example: '"^opp-"' },
    { path: path.opportunity, pattern: program.salesforce.opportunity_id.pattern, example: '"^D-[0-9]+$"' },
  ];
  for (const { path, pattern, example } of patterns) {
    const fault = pattern === undefined ? null : patternFault(pattern);
    if (fault === null) continue;
    const cure = `Write a simple regular expression, for example ${example}.`;
    yield { file: 'program', path, message: `the pattern ${fault}`, cure };
  }
}

/**
 * A request may name any channel, and its SME is then invited there (docs/security.md#sinks). The pattern is what
 * keeps them out of all other channels, so it must say how the names begin.
 */
function* opportunityChannelsAreNarrow({ program }: Written): Iterable<Finding> {
  const pattern = program.slack.opportunity_channels;
  if (patternFault(pattern) !== null) return;
  const fixedStart = /^\^[a-z0-9_-]{2}/.test(pattern) && !pattern.includes('|');
  if (fixedStart) return;
  yield {
    file: 'program',
    path: path.channels,
    message: 'the pattern does not say how names of opportunity channels begin',
    cure: 'Begin it with ^ and at least two letters, without alternatives, for example "^opp-".',
  };
}

export const patternRules: readonly Rule[] = [patternsAreSafe, opportunityChannelsAreNarrow];
