import * as addresses from './stories/addresses.ts';
import * as betweenTwoCalls from './stories/between-two-calls.ts';
import * as channels from './stories/channels.ts';
import * as clonesAndMoves from './stories/clones-and-moves.ts';
import * as comments from './stories/comments.ts';
import * as copiedAndForged from './stories/copied-and-forged.ts';
import * as formsAndLabels from './stories/forms-and-labels.ts';
import * as lastGate from './stories/last-gate.ts';
import * as logsAndPages from './stories/logs-and-pages.ts';
import * as sixWays from './stories/six-ways-to-set-a-label.ts';
import * as slack from './stories/slack.ts';
import * as standingIssues from './stories/standing-issues.ts';
import * as whenItCounts from './stories/when-it-counts.ts';
import * as whoApproves from './stories/who-approves.ts';
import * as wordsAndHands from './stories/words-and-hands.ts';
import type { Chapter } from './story.ts';

function chapter(name: string, { stories }: Pick<Chapter, 'stories'>): Chapter {
  return { path: `test/attacks/stories/${name}.ts`, stories };
}

/** Every story there is, in the order of `docs/security.md`. */
export const chapters: readonly Chapter[] = [
  chapter('who-approves', whoApproves),
  chapter('when-it-counts', whenItCounts),
  chapter('copied-and-forged', copiedAndForged),
  chapter('six-ways-to-set-a-label', sixWays),
  chapter('clones-and-moves', clonesAndMoves),
  chapter('between-two-calls', betweenTwoCalls),
  chapter('words-and-hands', wordsAndHands),
  chapter('forms-and-labels', formsAndLabels),
  chapter('comments', comments),
  chapter('last-gate', lastGate),
  chapter('slack', slack),
  chapter('channels', channels),
  chapter('addresses', addresses),
  chapter('logs-and-pages', logsAndPages),
  chapter('standing-issues', standingIssues),
];
