import assert from 'node:assert/strict';
import { announcement } from '../../../src/domain/notifications/announcement.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import type { ChannelFacts } from '../../../src/domain/snapshot.ts';
import type { PaperDesk } from '../../builders/paper-desk.ts';
import { acme, channel, opportunity, salesforceOn, slackOn } from '../../builders/snapshot.ts';
import type { Story } from '../story.ts';
import { approvedRequest, emptyDesk } from '../waiting-request.ts';

const written = 'Slack channel of the opportunity';

/** Slack with these channels and nothing else. */
function slackWith(...channels: readonly ChannelFacts[]) {
  return { slack: slackOn({ channels }) };
}

function invitations(desk: PaperDesk): string[] {
  return desk.last.flatMap((action) => (action.kind === 'slack.invite' ? [action.channel] : []));
}

/** A request names a channel; what was resolved stands in the record, and there the SME is invited. */
function named(name: string, facts: ChannelFacts): void {
  const desk = emptyDesk({ world: slackWith(facts) });
  desk.open({}, { [written]: name });
  desk.run();
  assert.equal(desk.record(1).channel, null);
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  desk.run();
  assert.deepEqual(invitations(desk), []);
}

/** Something happens to the channels between the approval and the invitation. */
function afterApproval(...channels: readonly ChannelFacts[]): void {
  const desk = approvedRequest();
  assert.equal(desk.record(1).channel?.name, 'opp-acme');
  desk.world = { ...desk.world, slack: slackOn({ channels }) };
  desk.run();
  assert.deepEqual(invitations(desk), []);
}

/** Salesforce holds a channel for the opportunity, and the request names none. */
function inSalesforce(changes: Partial<ChannelFacts>): void {
  const facts = channel('deal-room', changes);
  const opportunities = { [acme]: opportunity({ slackChannel: facts.id }) };
  const world = { salesforce: salesforceOn({ opportunities }), ...slackWith(facts) };
  const desk = emptyDesk({ world });
  desk.open({}, { [written]: null });
  desk.run();
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  assert.deepEqual(invitations(desk), []);
}

/** The message that everybody in the request channel can read. */
function announced(): void {
  const desk = emptyDesk();
  desk.open(
    { title: 'Acme needs help' },
    { 'Area of expertise': '- [x] Other: Acme <!channel>', 'Account name': 'Acme' },
  );
  const context = requestContext(desk.config, desk.world);
  assert.doesNotMatch(announcement(desk.view(1), context, null), /acme|006AB|<!/i);
}

export const stories: readonly Story[] = [
  { name: 'a request names the channel of everybody', tell: () => named('#general', channel('general')) },
  {
    name: 'a request names an archived channel',
    tell: () => named('#opp-acme', channel('opp-acme', { archived: true })),
  },
  {
    name: 'a request names a channel that is shared with the customer',
    tell: () => named('#opp-acme', channel('opp-acme', { shared: true })),
  },
  {
    name: 'a request names a channel to which nobody has invited the desk',
    tell: () => named('#opp-acme', channel('opp-acme', { deskIsMember: false })),
  },
  {
    name: 'the channel gets another name after the approval',
    tell: () => afterApproval({ ...channel('opp-acme'), name: 'opp-globex' }),
  },
  {
    name: 'another channel takes the name after the approval',
    tell: () => afterApproval({ ...channel('opp-acme'), id: 'C0OTHER0001' }),
  },
  {
    name: 'a request names a channel that the desk has made for another one',
    tell: () => named('#opp-acme', channel('opp-acme', { creator: 'U0DESK0001' })),
  },
  {
    name: 'Salesforce holds a channel that the desk has made for another request',
    tell: () => inSalesforce({ creator: 'U0DESK0001' }),
  },
  {
    name: 'the channel in Salesforce is archived',
    tell: () => inSalesforce({ archived: true }),
  },
  {
    name: 'the channel in Salesforce is shared with the customer',
    tell: () => inSalesforce({ shared: true }),
  },
  {
    name: 'nobody has invited the desk to the channel in Salesforce',
    tell: () => inSalesforce({ deskIsMember: false }),
  },
  { name: 'a request writes the customer where the announcement could show it', tell: announced },
];
