import type { Switch } from '../build/switch.ts';

const text = 'src/domain/slack-text/slack-text.ts';
const client = 'src/clients/slack/create-slack.ts';
const resolve = 'src/domain/validation/resolve-channel.ts';
const used = 'src/domain/request/opportunity-channel.ts';

/** Messages in Slack and the opportunity's channel: two rows of `docs/security.md#sinks`. */
export const slackSwitches: readonly Switch[] = [
  {
    name: 'Slack: & is escaped',
    file: text,
    from: ".replaceAll('&', '&amp;').replaceAll('<'",
    to: ".replaceAll('<'",
    fells: ['a person writes an escaped token for Slack'],
  },
  {
    name: 'Slack: < is escaped',
    file: text,
    from: ".replaceAll('<', '&lt;')",
    to: '',
    fells: ['a person writes a call to everybody for Slack'],
  },
  {
    name: 'Slack: > is escaped',
    file: text,
    from: ".replaceAll('>', '&gt;')",
    to: '',
    fells: ['a person closes a token of Slack'],
  },
  {
    name: 'Slack: a value stands on one line',
    file: text,
    from: "typeof value === 'string' ? escapeSlack(oneLine(value))",
    to: "typeof value === 'string' ? escapeSlack(value)",
    fells: ['a person adds a line to a message'],
  },
  {
    name: 'Slack: ids of users are checked',
    file: text,
    from: '/^[UW][A-Z0-9]{2,20}$/.test(token.id)',
    to: 'token.id',
    fells: ['the Slack user of an SME is a call to everybody'],
  },
  {
    name: 'Slack: ids of channels are checked',
    file: text,
    from: '/^[CG][A-Z0-9]{2,20}$/.test(token.id)',
    to: 'token.id',
    fells: ['the id of a channel holds a token'],
  },
  {
    name: 'Slack: links are addresses',
    file: text,
    from: '/^https?:\\/\\/[^\\s<>|"\\\\]+$/.test(url)',
    to: 'true',
    fells: ['a link runs a script'],
  },
  {
    name: 'Slack: a label does not end its link',
    file: text,
    from: ".replaceAll('|', '/')",
    to: '',
    fells: ['the label of a link ends it'],
  },
  {
    name: 'Slack: parse none',
    file: client,
    from: "parse: 'none'",
    to: "parse: 'full'",
    fells: ['plain @channel and #general in a message ring nobody up'],
  },
  {
    name: 'Slack: no link_names',
    file: client,
    from: 'link_names: false',
    to: 'link_names: true',
    fells: ['plain @channel and #general in a message ring nobody up'],
  },
  {
    name: 'Slack: no unfurling',
    file: client,
    from: 'unfurl_links: false',
    to: 'unfurl_links: true',
    fells: ['an address in a message fetches no page'],
  },
  {
    name: 'Slack: no unfurling of media',
    file: client,
    from: 'unfurl_media: false',
    to: 'unfurl_media: true',
    fells: ['an address in a message fetches no page'],
  },
  {
    name: 'Slack: the announcement holds nothing that people wrote',
    file: 'src/domain/notifications/announcement.ts',
    from: "view.areaKey)?.name ?? 'Other'",
    to: "view.areaKey)?.name === '' ? '' : view.issue.title",
    fells: ['a request writes the customer where the announcement could show it'],
  },
  {
    name: 'channel: the name matches the pattern',
    file: resolve,
    from: "return new RegExp(config.slack.opportunityChannels, 'u').test(channel.name);",
    to: 'return config.slack !== null;',
    fells: ['a request names the channel of everybody'],
  },
  {
    name: 'channel: not archived',
    file: resolve,
    from: 'if (channel.archived || ',
    to: 'if (',
    fells: ['a request names an archived channel'],
  },
  {
    name: 'channel: not shared',
    file: resolve,
    from: 'channel.archived || channel.shared ||',
    to: 'channel.archived ||',
    fells: ['a request names a channel that is shared with the customer'],
  },
  {
    name: 'channel: the desk was invited',
    file: resolve,
    from: ' || !channel.deskIsMember) return false;',
    to: ') return false;',
    fells: ['a request names a channel to which nobody has invited the desk'],
  },
  {
    name: 'channel: the id that was approved',
    file: used,
    from: 'each.id === approved.id && each.name',
    to: 'each.name',
    fells: ['another channel takes the name after the approval'],
  },
  {
    name: 'channel: the name that was approved',
    file: used,
    from: ' && each.name === approved.name',
    to: '',
    fells: ['the channel gets another name after the approval'],
  },
  {
    name: 'channel of Salesforce: not archived',
    file: used,
    from: '!each.archived && ',
    to: '',
    fells: ['the channel in Salesforce is archived'],
  },
  {
    name: 'channel of Salesforce: not shared',
    file: used,
    from: '!each.shared && ',
    to: '',
    fells: ['the channel in Salesforce is shared with the customer'],
  },
  {
    name: 'channel of Salesforce: the desk was invited',
    file: used,
    from: ' && each.deskIsMember);',
    to: ');',
    fells: ['nobody has invited the desk to the channel in Salesforce'],
  },
];
