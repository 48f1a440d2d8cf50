import type { Switch } from './build/switch.ts';
import { addressSwitches } from './switches/addresses.ts';
import { approvalSwitches } from './switches/approval.ts';
import { commentSwitches } from './switches/comments.ts';
import { formSwitches } from './switches/forms-and-labels.ts';
import { grantSwitches } from './switches/grants.ts';
import { logSwitches } from './switches/logs-and-pages.ts';
import { slackSwitches } from './switches/slack.ts';
import { standingSwitches } from './switches/standing-issues.ts';
import { wordSwitches } from './switches/words-and-hands.ts';

/** Every rule that a test build can leave out. */
export const switches: readonly Switch[] = [
  ...approvalSwitches,
  ...grantSwitches,
  ...wordSwitches,
  ...formSwitches,
  ...commentSwitches,
  ...slackSwitches,
  ...addressSwitches,
  ...logSwitches,
  ...standingSwitches,
];
