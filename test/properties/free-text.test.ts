import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, opportunity, salesforceOn } from '../builders/snapshot.ts';
import { bodiesOf, commandsIn, mentionedIn, slackTextsOf } from './texts-that-leave.ts';

/** Everything that some reader takes for the end of a line. */
const lineEnds = [
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\v',
  '\f',
  '\u0085',
  '\u2028',
  '\u2029',
  ' \n',
  '\\\n',
] as const;
const fences = [
  '',
  '```\n',
  '~~~\n',
  '> ',
  '>>>\n',
  '<!--\n',
  '<div>\n',
  '`',
  '- ',
  '    ',
  '| ',
  '<details>\n',
] as const;
const commands = [
  '/close',
  '/label ~"request::approved"',
  '/assign @mallory',
  '/CONFIDENTIAL',
  '/shrug @all',
  '/\u200bclose',
  '/\rclose',
] as const;
const mentions = [
  '@all',
  '@mallory',
  '@acme/leads',
  '&#64;all',
  '&commat;all',
  '\\@all',
  '`@all',
  '<a>@all',
  '@\u200ball',
] as const;
const slack = [
  '<!channel>',
  '<@U0MALLORY1>',
  '<#C0opp-acme>',
  '<https://evil.example|ok>',
  '&lt;!here&gt;',
] as const;

const piece = fc.oneof(
  fc.constantFrom(...commands),
  fc.constantFrom(...mentions),
  fc.constantFrom(...slack),
  fc.constantFrom(
    '-->',
    '<!-- sme-desk:record {} -->',
    '[x](javascript:a)',
    '**',
    '```',
    '\u202e',
    'word',
    '::include{file=x}',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .array(fc.tuple(fc.constantFrom(...lineEnds), fc.constantFrom(...fences), piece), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''));

/** A text for each field of the form in which people write freely, and for what Salesforce and GitLab say. */
const texts = fc.record({
  name: text,
  account: text,
  areaOther: text,
  engagementOther: text,
  channel: text,
  description: text,
  question: text,
  reason: text,
  title: text,
  stage: text,
});

const slackTokens = /^<(?:@U[A-Z0-9]+|https:\/\/gitlab\.example\.com\/[^<>|]*\|[^<>]*)>$/;

interface Texts {
  readonly name: string;
  readonly account: string;
  readonly areaOther: string;
  readonly engagementOther: string;
  readonly channel: string;
  readonly description: string;
  readonly question: string;
  readonly reason: string;
  readonly title: string;
  readonly stage: string;
}

const config = exampleConfig();

/** Everything that is planned for a request with these texts from its opening to a decision. `spoilt`: with mistakes. */
function plannedFor(all: Texts, spoilt: boolean) {
  const opportunities = {
    [acme]: opportunity({ name: all.name, accountName: all.account, stage: all.stage }),
  };
  const desk = new PaperDesk({ config, world: { salesforce: salesforceOn({ opportunities }) } });
  desk.open(
    { title: all.title },
    {
      'Opportunity name': all.name,
      'Account name': all.account,
      'Area of expertise': spoilt ? `- [x] Other: ${all.areaOther}` : '- [x] AI',
      'Type of engagement': `- [x] Other: Talk ${all.engagementOther}`,
      'Slack channel of the opportunity': spoilt ? all.channel : '#opp-acme',
      'Proposed dates': spoilt ? `- ${all.reason}` : '- 2026-11-30 15:00 Europe/Madrid',
      'Expected duration': spoilt ? all.description : '90 min',
      Description: `They ask: ${all.description}`,
      'Questions for the SME': `- How? ${all.question}`,
      'Fast track': '- [x] This cannot wait for the usual lead time',
      'Reason for fast track': `Soon: ${all.reason}`,
    },
  );
  const actions = [...desk.run().actions];
  desk.click(1, 'omar', 'request::approved');
  actions.push(...desk.run().actions);
  desk.comment(1, 'omar', all.reason);
  desk.click(1, 'omar', 'request::declined');
  return [...actions, ...desk.run().actions];
}

describe('whatever people write, in every field, with every line end and in every fence', () => {
  it('no comment runs a command, and exactly those are mentioned who are meant', () => {
    let bodies = 0;
    fc.assert(
      fc.property(texts, fc.boolean(), (all, spoilt) => {
        for (const { text: body, mentions: meant } of bodiesOf(plannedFor(all, spoilt))) {
          bodies += 1;
          expect(commandsIn(body)).toEqual([]);
          expect(mentionedIn(body)).toEqual(
            [...new Set(meant)].map((each) => each.replace(/^@/, '').toLowerCase()).sort(),
          );
        }
      }),
      { numRuns: 40 },
    );
    expect(bodies).toBeGreaterThan(40);
  });

  it('no message in Slack has a token that people wrote', () => {
    let messages = 0;
    fc.assert(
      fc.property(texts, (all) => {
        for (const message of slackTextsOf(plannedFor(all, false))) {
          messages += 1;
          expect((message.match(/<[^>]*>?/g) ?? []).filter((each) => !slackTokens.test(each))).toEqual([]);
          expect(message.replace(/&(?:amp|lt|gt);/g, '').replace(/<[^>]*>/g, '')).not.toMatch(/[&<>]/);
        }
      }),
      { numRuns: 15 },
    );
    expect(messages).toBeGreaterThan(0);
  });

  it('the finders of commands and mentions see what nobody has escaped', () => {
    for (const end of ['\n', '\r\n', '\n\n']) {
      expect(commandsIn(`Hello${end}/close`)).toContain('close');
      expect(commandsIn(`Hello${end}/label ~"request::approved"`)).toContain('label');
    }
    for (const name of ['@all', '&#64;all', '&commat;all', '(@all)', '> @all', '- @all', '<a>@all']) {
      expect(mentionedIn(name)).toEqual(['all']);
    }
    expect(mentionedIn('`@all` sam@example.com \uff20all')).toEqual([]);
  });
});
