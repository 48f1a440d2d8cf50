import type { Finding } from '../finding.ts';
import { readForm } from '../form.ts';
import { before, type Seen } from '../seen.ts';
import { placeOf, type Sink, sinksOf } from '../sinks.ts';

/**
 * 14: no secret, telephone number or e-mail address in any sink, and customers' names in confidential issues and
 * the opportunity's own channel only.
 */
export function privacy(seen: Seen): Finding[] {
  const secrets = secretsOf(seen);
  const phones = phonesOf(seen);
  const customers = customersOf(seen);
  return sinksOf(seen).flatMap((sink) => {
    const leaks = [
      ...secrets.filter((secret) => sink.sent.includes(secret)).map(() => 'a secret'),
      ...(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]/.test(sink.sent)
        ? ['an e-mail address']
        : []),
      ...(hasPhone(sink, phones) ? ['a telephone number'] : []),
      ...namesIn(
        sink,
        customers.filter((name) => !mayName(seen, sink, name)),
      ),
    ];
    return [...new Set(leaks)].map((leak) => ({ invariant: 14, what: `${placeOf(sink)} holds ${leak}` }));
  });
}

function secretsOf(seen: Seen): string[] {
  const { gitlab, salesforce, slack } = seen.state;
  const all = [
    ...Object.keys(gitlab.tokens),
    ...seen.project.triggers.map((trigger) => trigger.token),
    ...salesforce.clients.map((client) => client.secret),
    ...Object.keys(salesforce.sessions),
    ...Object.keys(slack.tokens),
  ];
  const raw = all.filter((secret) => secret.length >= 8);
  return raw.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
}

/** The numbers people have put into their forms, as digits. */
function phonesOf(seen: Seen): string[] {
  const forms = seen.issues.flatMap((issue) =>
    issue.descriptions.map((each) => readForm(each.value, seen.rules)),
  );
  return forms.flatMap((form) => (form.phone === null ? [] : [form.phone.replace(/\D/g, '')]));
}

function hasPhone(sink: Sink, phones: readonly string[]): boolean {
  const digits = sink.body.replace(/[\s().\-/]/g, '');
  return /\+\d[\d ().-]{7,}\d/.test(sink.body) || phones.some((phone) => digits.includes(phone));
}

/** Names in Salesforce and in the forms, and of the channels that are an opportunity's own. */
function customersOf(seen: Seen): string[] {
  const { salesforce, slack } = seen.state;
  const forms = seen.issues.flatMap((issue) =>
    issue.descriptions.flatMap((each) => readForm(each.value, seen.rules).customerNames),
  );
  const channels = slack.conversations
    .map((conversation) => conversation.name)
    .filter((name) => name !== '' && seen.rules.opportunityChannels.test(name));
  const names = [...salesforce.accounts, ...salesforce.opportunities].map((row) => row.Name);
  return [...new Set([...names, ...forms, ...channels])].filter((name) => name.length >= 4);
}

/** As whole words and as they are written: a path like `acme/desk` is nobody's name. */
function namesIn(sink: Sink, customers: readonly string[]): string[] {
  return customers
    .filter((name) => sink.body.includes(name))
    .filter((name) => {
      const literal = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(sink.body);
    })
    .map((name) => `the customer name ${name}`);
}

function mayName(seen: Seen, sink: Sink, name: string): boolean {
  if (sink.kind === 'slack') return ownNames(seen, sink.place).includes(name);
  const issue = seen.issues.find((each) => sink.kind === 'issue' && String(each.iid) === sink.place);
  return issue !== undefined && (before(issue.confidential, sink.call.seq) ?? false);
}

/** The names of whose opportunity a channel is: Salesforce says so, or a form that names the channel. */
function ownNames(seen: Seen, id: string): string[] {
  const { salesforce, slack } = seen.state;
  const channel = slack.conversations.find((each) => each.id === id);
  if (channel === undefined || !seen.rules.opportunityChannels.test(channel.name)) return [];
  const forms = seen.issues
    .flatMap((issue) => issue.descriptions.map((each) => readForm(each.value, seen.rules)))
    .filter((form) => form.channel === id || form.channel === `#${channel.name}`);
  const rows = salesforce.opportunities.filter(
    (row) =>
      row.custom[seen.rules.slackChannelField] === id ||
      forms.some((form) => form.opportunity === row.Id.slice(0, 15)),
  );
  const accounts = salesforce.accounts.filter((account) => rows.some((row) => row.AccountId === account.Id));
  return [
    channel.name,
    ...[...rows, ...accounts].map((row) => row.Name),
    ...forms.flatMap((form) => form.customerNames),
  ];
}
