import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRequestForm } from '../../../src/domain/form/is-request-form.ts';
import { parseRequestForm } from '../../../src/domain/form/parse-request-form.ts';
import type { Field } from '../../../src/domain/form/request-form.ts';
import { context, formWith, withoutSalesforce } from './context.ts';
import { unscanned } from './unscanned.ts';

function parsed(changes: Readonly<Record<string, string | null>> = {}, at = context()) {
  return parseRequestForm(formWith(changes), at);
}

function codes(changes: Readonly<Record<string, string | null>>, at = context()): string[] {
  return parsed(changes, at).problems.map((problem) => problem.code);
}

function value<T>(field: Field<T>): T | string {
  if (field.state === 'given') return field.value;
  return field.state === 'problem' ? field.problem.code : 'blank';
}

describe('a complete form', () => {
  it('is read whole and without problems', () => {
    const form = parsed();

    expect(form.problems).toEqual([]);
    expect(form).toMatchObject({
      opportunity: { state: 'given', value: '006AB00000123AbYAI' },
      opportunityName: { state: 'blank' },
      area: { state: 'given', value: { key: 'ai', other: null } },
      engagement: { state: 'given', value: { type: 'Customer Demo', other: null } },
      durationMinutes: { state: 'given', value: 90 },
      slackChannel: { state: 'given', value: '#opp-acme' },
      description: { state: 'given', value: 'They want to see Duo on their own code.' },
      questions: { state: 'given', value: ['Which models run in their own cloud?'] },
      role: { state: 'blank' },
      series: false,
      fastTrack: false,
      confirmed: true,
    });
    expect(value(form.dates)).toEqual([
      {
        start: Date.parse('2026-12-03T14:00:00Z'),
        allDay: false,
        timezone: 'Europe/Madrid',
        raw: '2026-12-03 15:00 Europe/Madrid',
      },
    ]);
  });
});

describe('the opportunity', () => {
  const lightning = 'https://acme.lightning.force.com/lightning/r/Opportunity/006AB00000123AbYAI/view';

  it.each([
    ['006AB00000123AbYAI', '006AB00000123AbYAI'],
    ['`006AB00000123Ab`', '006AB00000123AbYAI'],
    [lightning, '006AB00000123AbYAI'],
    [`<${lightning}>`, '006AB00000123AbYAI'],
    [`[Acme renewal](${lightning})`, '006AB00000123AbYAI'],
    ['006AB00000123AbAAA', 'opportunity-suffix'],
    ['006ab00000123abYAI', 'opportunity-suffix'],
    ['006AB00000123', 'opportunity-malformed'],
    ['Acme renewal', 'opportunity-malformed'],
    ['001AB00000123Ab', 'opportunity-other-object'],
    ['006AB00000123Ab 006AB00000456Cd', 'opportunity-several'],
    ['[Enter SFDC opportunity ID]', 'opportunity-missing'],
    ['', 'opportunity-missing'],
  ])('%j is %s', (text, expected) => {
    expect(value(parsed({ 'Opportunity ID or link': text }).opportunity)).toBe(expected);
  });

  it.each([
    ['D-4711', '^D-\\d+$', 'D-4711'],
    ['4711', '^D-\\d+$', 'opportunity-pattern'],
    ['Acme  renewal', null, 'Acme  renewal'],
    ['006AB00000123Ab', null, '006AB00000123AbYAI'],
    ['x', '(', 'x'],
  ])('while Salesforce is off, %j against %j is %s', (text, pattern, expected) => {
    const form = parsed({ 'Opportunity ID or link': text }, withoutSalesforce(pattern));

    expect(value(form.opportunity)).toBe(expected);
  });

  it('needs its names while Salesforce is off, and its own label opens it', () => {
    const form = parseRequestForm('Deal: D-1\nOpportunity name: Acme', withoutSalesforce('^D-'));

    expect(value(form.opportunity)).toBe('D-1');
    expect(form.problems.map((problem) => problem.code).slice(0, 3)).toEqual([
      'account-name-missing',
      'close-date-missing',
      'area-missing',
    ]);
  });

  it.each([
    ['2026-12-31', '2026-12-31'],
    ['Dec 31, 2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['2020-01-01', '2020-01-01'],
    ['03/04/2026', 'close-date-ambiguous'],
    ['end of the quarter', 'close-date-unreadable'],
    ['', 'blank'],
  ])('closes on %j: %s', (text, expected) => {
    expect(value(parsed({ 'Expected close date': text }).closeDate)).toBe(expected);
  });
});

describe('a choice', () => {
  it.each([
    ['- [X] AI', 'ai'],
    ['- [x ] AI\n- [ ] Agile Planning', 'ai'],
    ['- [x] **AI**', 'ai'],
    ['- [x] AI (Duo please)', 'ai'],
    ['* [x] app security & compliance', 'appsec'],
    ['- [x] Security', 'appsec'],
    ['- [x] ci-cd', 'cicd'],
    ['AI', 'ai'],
    ['- GitLab Duo', 'ai'],
    ['\u2610 AI\n\u2612 Agile', 'agile'],
    ['\u2022 AI', 'ai'],
    ['-[x] AI', 'ai'],
    ['- (x) AI\n- ( ) Agile', 'ai'],
    ['- \\[x\\] AI\n- \\[ \\] Agile', 'ai'],
    ['- [ ] AI [x]\n- [ ] Agile', 'ai'],
    ['- [ ] x AI\n- [ ] Agile', 'ai'],
    ['\u25a1 AI\n\u25a0 Agile', 'agile'],
    ['o  AI', 'ai'],
    ['<!-- Tick one --> - [ ] AI\n- [ ] Agile', 'area-missing'],
    ['- **AI**\n- ~~Agile~~', 'ai'],
    ['<b>AI</b>', 'ai'],
    ['- [x] Other: Artificial Intelligence', 'ai'],
    ['- [x] Other: Kubernetes', 'other Kubernetes'],
    ['- [x] Other\nKubernetes', 'other Kubernetes'],
    ['- [ ] AI\n- [ ] Other: Kubernetes', 'other Kubernetes'],
    ['Other: Kubernetes', 'other Kubernetes'],
    ['- [x] Other:', 'area-other-blank'],
    ['- [x] Other: ____', 'area-other-blank'],
    ['- [x] AI\n- [x] Agile', 'area-several'],
    ['- [x] AI\n- [x] Other: Kubernetes', 'area-several'],
    ['AI, Agile', 'area-several'],
    ['AI\nAgile Planning', 'area-several'],
    ['- [x] AI\n- [x] Other: GitLab Duo', 'ai'],
    ['Kubernetes', 'area-unknown'],
    ['- [x] Kubernetes', 'area-unknown'],
    ['- [ ] AI\n- [ ] Agile', 'area-missing'],
    ['[Select from dropdown: AI, Security, Agile, Dedicated, Other]', 'area-missing'],
  ])('of area %j is %s', (answer, expected) => {
    const area = value(parsed({ 'Area of expertise': answer }).area);

    expect(typeof area === 'string' ? area : [area.key, area.other ?? ''].join(' ').trim()).toBe(expected);
  });

  it.each([
    ['Type of engagement', '- [x] Customer Demo\n- [x] Workshop', ['engagement-several']],
    ['Type of engagement', '- [x] Party', ['engagement-unknown']],
    ['Type of engagement', '', ['engagement-missing']],
    ['Your role', '- [x] Account SA', []],
    ['Your role', 'sa-leader', []],
    ['Your role', 'CEO', ['role-unknown']],
    ['Your role', '- [x] Account SA\n- [x] SA Leader', ['role-several']],
    ['Your region', '- [x] EMEA', []],
    ['Your region', 'Mars', ['region-unknown']],
    ['I confirm', '- [ ] I am the account SA or an SA leader for this opportunity', ['confirmation-missing']],
    ['I confirm', 'yes', []],
    ['I confirm', '> - [x] I am the account SA or an SA leader for this opportunity', []],
    ['Description', 'They wrote:\n> - [x] This cannot wait for the usual lead time', []],
    ['I confirm', '- [x] I am not the account SA', ['confirmation-missing']],
    ['I confirm', null, ['confirmation-missing']],
    ['Fast track', '- [x] This cannot wait for the usual lead time', ['fast-track-reason-missing']],
  ])('of %s %j has the problems %j', (heading, answer, expected) => {
    expect(codes({ [heading]: answer })).toEqual(expected);
  });
});

describe('a proposed date', () => {
  const at = (text: string) => {
    const dates = value(parsed({ 'Proposed dates': text }).dates);
    return typeof dates === 'string'
      ? dates
      : dates.map(({ start }) => new Date(start).toISOString().slice(0, 16)).join(' ');
  };

  it.each([
    ['2026-12-03 15:00 Europe/Madrid', '2026-12-03T14:00'],
    ['2026-12-03 15:00 europe/madrid', '2026-12-03T14:00'],
    ['2026-12-03 15:00', '2026-12-03T14:00'],
    ['2026-12-03T15:00:00Z', '2026-12-03T15:00'],
    ['2026-12-03T15:00-05:00', '2026-12-03T20:00'],
    ['2026-12-03 15:00 UTC+1', '2026-12-03T14:00'],
    ['2026-12-03 15:00 GMT + 5:30', '2026-12-03T09:30'],
    ['3 Dec 2026 15:00 CET', '2026-12-03T14:00'],
    ['3rd of December 2026, 15:00 (CET)', '2026-12-03T14:00'],
    ['Thu 3 Dec 2026, 15:00 CET', '2026-12-03T14:00'],
    ['Thursday, December 3, 2026 at 3pm', '2026-12-03T14:00'],
    ['December 3rd 2026, 3:30 p.m. EST', '2026-12-03T20:30'],
    ['2026-12-03 9:00 ET', '2026-12-03T14:00'],
    ['2026/12/03 noon', '2026-12-03T11:00'],
    ['2026-12-03 15:00-16:30 CET', '2026-12-03T14:00'],
    ['2026-12-03 10:00 America/New_York', '2026-12-03T15:00'],
    ['2026-12-03 15:00 Asia/Tokyo', '2026-12-03T06:00'],
    ['2026-12-03 15h30', '2026-12-03T14:30'],
    ['25/12/2026', '2026-12-24T23:00'],
    ['12/25/2026', '2026-12-24T23:00'],
    ['12.12.2026', '2026-12-11T23:00'],
    ['December 3, 2026', '2026-12-02T23:00'],
    ['2026-12-03 or 2026-12-04', '2026-12-02T23:00 2026-12-03T23:00'],
    ['2026-12-03, 2026-12-04', '2026-12-02T23:00 2026-12-03T23:00'],
    ['December 3, 2026 or December 4, 2026', '2026-12-02T23:00 2026-12-03T23:00'],
    ['- 2026-12-03\n- \n- 2026-12-04', '2026-12-02T23:00 2026-12-03T23:00'],
    ['1. 2026-12-03 15:00\n2. 2026-12-03 15:00', '2026-12-03T14:00'],
    ['2026-11-23', '2026-11-22T23:00'],
    ['Option 1: 2026-12-03', '2026-12-02T23:00'],
    ['\u2022\t2026\u201112\u201103', '2026-12-02T23:00'],
    ['3. Dezember 2026 um 15 Uhr MEZ', '2026-12-03T14:00'],
    ['Donnerstag, den 3. Dez. 2026, 15.30 Uhr', '2026-12-03T14:30'],
    ['16.12.2026, 17.12 Uhr', '2026-12-16T16:12'],
    ['le jeudi 3 d\u00e9cembre 2026 \u00e0 15h30', '2026-12-03T14:30'],
    ['1er f\u00e9vrier 2027', '2027-01-31T23:00'],
    ['jueves, 3 de diciembre de 2026, a las 15:00 h', '2026-12-03T14:00'],
    ['gioved\u00ec 3 dicembre 2026, ore 15', '2026-12-03T14:00'],
    ['3 de dezembro de 2026 \u00e0s 15h', '2026-12-03T14:00'],
    ['do 3 december 2026 om 15.30 uur', '2026-12-03T14:30'],
    ['tors 3 december 2026 kl. 15', '2026-12-03T14:00'],
    ['2026\u5e7412\u67083\u65e5 15:00', '2026-12-03T14:00'],
    ['2026-12-03<br>2026-12-04', '2026-12-02T23:00 2026-12-03T23:00'],
    ['<p>2026-12-03</p>', '2026-12-02T23:00'],
    ['- ~~2026-12-03~~\n- 2026-12-04', '2026-12-03T23:00'],
    ['<del>2026-12-03</del> 2026-12-04', '2026-12-03T23:00'],
    ['25 Dec 2026 or Mon 4 Jan 2027', '2026-12-24T23:00 2027-01-03T23:00'],
    ['~~2026-12-03~~', 'date-missing'],
    ['1. December 2026', 'date-unreadable'],
    ['1. December 2026\n2. January 2027', 'date-unreadable'],
    ['16.12.2026, 17.12.', 'date-unreadable'],
    ['16.12.2026 oder 17.12.', 'date-unreadable'],
    ['mi 3 dez 2026', 'date-weekday'],
    ['every Tuesday as a series', 'date-unreadable'],
    ['03/04/2026', 'date-ambiguous'],
    ['03.04.2027 10:00', 'date-ambiguous'],
    ['3-4-2027', 'date-ambiguous'],
    ['2026-11-20', 'date-past'],
    ['2026-11-23 08:30', 'date-past'],
    ['2027-03-28 02:30 Europe/Madrid', 'date-gap'],
    ['2027-10-31 02:30 Europe/Madrid', 'date-twice'],
    ['2027-10-31 02:30 CET', '2027-10-31T01:30'],
    ['2027-10-31 02:30 CEST', '2027-10-31T00:30'],
    ['2027-07-05 15:00 CET', 'date-timezone'],
    ['2026-12-03 15:00 IST', 'date-timezone'],
    ['2026-12-03 15:00 CST', 'date-timezone'],
    ['2026-12-03 15:00 Madrid', 'date-timezone'],
    ['2026-12-03 15:00 Europe/Atlantis', 'date-timezone'],
    ['Wed 3 Dec 2026', 'date-weekday'],
    ['2026-12-03 3:00', 'date-unreadable'],
    ['2026-12-03 3:00-4:30pm', 'date-unreadable'],
    ['2026-12-03 15:00-05:00', 'date-unreadable'],
    ['2026-12-03 25:00', 'date-unreadable'],
    ['2026-02-30', 'date-unreadable'],
    ['3-5 Dec 2026', 'date-unreadable'],
    ['3 Dec', 'date-unreadable'],
    ['3 Dec 26', 'date-unreadable'],
    ['next Tuesday', 'date-unreadable'],
    ['not 2026-12-03', 'date-unreadable'],
    ['2026-12-03 CET', '2026-12-02T23:00'],
    ['2026-12-03, afternoon or evening', 'date-unreadable'],
    ['2026-12-03 15:00, 2026-12-04 15:00 CET', 'date-unreadable'],
    ['TBD', 'date-missing'],
    ['', 'date-missing'],
  ])('%j is %s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('in an abbreviation of the writer\u2019s own zone is certain', () => {
    const indian = context({ timezone: 'Asia/Kolkata' });
    const dates = value(parsed({ 'Proposed dates': '2026-12-03 15:00 IST' }, indian).dates);

    expect(dates).toMatchObject([{ start: Date.parse('2026-12-03T09:30:00Z'), timezone: 'Asia/Kolkata' }]);
  });

  it('without a time is the whole day', () => {
    expect(value(parsed({ 'Proposed dates': '2026-12-03' }).dates)).toMatchObject([{ allDay: true }]);
  });

  it.each([
    [{ 'Proposed dates': '2026-12-03\n2026-12-04 (series)' }, true],
    [{ 'Proposed dates': 'series:\n- 2026-12-03\n- 2026-12-04' }, true],
    [{ 'Proposed dates': 'Series: yes\n2026-12-03' }, true],
    [{ 'Proposed dates': '2026-12-03\nSeries: no' }, false],
    [{ 'Proposed dates': '2026-12-03 (not a series)' }, false],
    [{ 'Series of dates': '- [x] The dates above are one series: the SME is needed on all of them' }, true],
    [{ 'Series of dates': '- [ ] The dates above are one series: the SME is needed on all of them' }, false],
  ])('of %j is part of a series: %s', (changes, series) => {
    const form = parsed(changes);

    expect(form.series).toBe(series);
    expect(form.problems).toEqual([]);
  });

  it('that is wrong is reported beside every other one', () => {
    expect(codes({ 'Proposed dates': '03/04/2027\n2026-11-01\n2026-12-03' })).toEqual([
      'date-ambiguous',
      'date-past',
    ]);
    expect(codes({ 'Proposed dates': '2026-12-03\n'.repeat(21) })).toEqual(['dates-too-many']);
  });
});

describe('a duration', () => {
  it.each([
    ['90 min', 90],
    ['90min', 90],
    ['2 h', 120],
    ['2hrs', 120],
    ['1.5 hours', 90],
    ['1,5 h', 90],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1 hour and 30 minutes', 90],
    ['about 2 hours', 120],
    ['We would need 90 minutes in total.', 90],
    ['60 minutes (including questions)', 60],
    ['1\u00bd h', 90],
    ['1,5 Std.', 90],
    ['2 heures', 120],
    ['una hora', 60],
    ['1 d\u00eda', 480],
    ['60 min (1 h)', 'duration-unreadable'],
    ['60 min, 1 h', 'duration-unreadable'],
    ['60 min (or 90)', 'duration-unreadable'],
    ['2 x 60 min', 'duration-unreadable'],
    ['half a day', 240],
    ['an hour', 60],
    ['1 day', 480],
    ['10 days', 4800],
    ['15 minutes', 15],
    ['14 min', 'duration-range'],
    ['11 days', 'duration-range'],
    ['90', 'duration-unreadable'],
    ['1-2 h', 'duration-unreadable'],
    ['a week', 'duration-unreadable'],
    ['90 min\n2 h', 'duration-unreadable'],
    ['', 'duration-missing'],
  ])('of %j is %s', (text, expected) => {
    expect(value(parsed({ 'Expected duration': text }).durationMinutes)).toBe(expected);
  });
});

describe('the Slack channel', () => {
  it.each([
    ['#opp-acme', '#opp-acme'],
    ['opp-acme', '#opp-acme'],
    ['\\#Opp-Acme', '#opp-acme'],
    ['`#opp-acme`', '#opp-acme'],
    ['https://acme.slack.com/archives/C0OPPACME1/p1700000000000', 'C0OPPACME1'],
    ['https://app.slack.com/client/T0000001/C0OPPACME1', 'C0OPPACME1'],
    ['[#opp-acme](https://acme.slack.com/archives/C0OPPACME1)', 'C0OPPACME1'],
    ['<#C0OPPACME1|opp-acme>', 'C0OPPACME1'],
    ['C0OPPACME1', 'C0OPPACME1'],
    ['We have #opp-acme for this.', '#opp-acme'],
    ['#opp-acme (private, ask me)', '#opp-acme'],
    ['none yet', 'blank'],
    ['None so far.', 'blank'],
    ['not #opp-acme', 'slack-channel-unreadable'],
    ['', 'blank'],
    ['#one and #two', 'slack-channel-unreadable'],
    ['#one\n#two', 'slack-channel-unreadable'],
    ['@here', 'slack-channel-unreadable'],
    ['https://evil.example/archives', 'slack-channel-unreadable'],
  ])('%j is %s', (text, expected) => {
    expect(value(parsed({ 'Slack channel of the opportunity': text }).slackChannel)).toBe(expected);
  });
});

describe('free text', () => {
  it('keeps paragraphs, lists, code and headings of its own, and labels in it are words', () => {
    const text = 'They run Jenkins.\n\nRegion: eu-west-1\n\n- one\n- two\n\n## Setup\n\n```\n# make\n```';
    const form = parsed({ Description: text });

    expect(value(form.description)).toBe(
      'They run Jenkins.\n\nRegion: eu-west-1\n\n- one\n- two\n\nSetup\n\n# make',
    );
    expect(value(form.region)).toBe('blank');
  });

  it.each([
    ['- How fast?\n  on ARM\n- How safe?', ['How fast? on ARM', 'How safe?']],
    ['How fast?\n\nHow safe?', ['How fast?', 'How safe?']],
    ['- \n- none\n- ???', 'questions-missing'],
  ])('of questions %j is %j', (text, expected) => {
    expect(value(parsed({ 'Questions for the SME': text }).questions)).toEqual(expected);
  });

  it('of the person is cut in a problem', () => {
    const [problem] = parsed({ 'Expected duration': 'long \n'.repeat(100) }).problems;

    expect([...(problem?.found ?? '')]).toHaveLength(80);
    expect(problem?.found.endsWith('…')).toBe(true);
  });
});

describe('any text', () => {
  it('larger than 64 KiB is one problem, and is not looked at', () => {
    const long = parseRequestForm(`${formWith()}${'x'.repeat(65_536)}`, context());
    const wide = parseRequestForm('\u20ac'.repeat(22_000), context());

    expect(long.problems.map((problem) => problem.code)).toEqual(['form-too-long']);
    expect(wide.problems).toEqual(long.problems);
    expect(long.opportunity).toEqual({ state: 'blank' });
  });

  it.each([
    [`${formWith({ 'I confirm': null })}\n<!-- open\n- [x] I am the account SA`, 'form-comment-open'],
    [`${formWith({ 'I confirm': null })}\n\`\`\`\n- [x] I am the account SA`, 'form-fence-open'],
  ])('that hides its rest says so', (text, code) => {
    const found = parseRequestForm(text, context()).problems.map((problem) => problem.code);

    expect(found).toEqual(['confirmation-missing', code]);
  });

  it('is read without an exception, and everything missing is named', () => {
    const pieces = fc.constantFrom(
      ...formWith().split(/(?<=\s)/),
      '### ',
      '**',
      'Area:',
      '- [x] ',
      'Other: ',
      '\n',
      '<!--',
      '-->',
      '```',
      '> ',
      '|',
      '\u202e',
      '\ud800',
      '(',
      '006',
      '2026-',
      ':',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 500 }),
    );
    fc.assert(
      fc.property(
        texts,
        fc.boolean(),
        fc.constantFrom('Europe/Madrid', 'Nowhere'),
        (text, salesforceOn, timezone) => {
          const form = parseRequestForm(text, context({ salesforceOn, timezone }));

          expect(form.problems.length > 0 || (form.confirmed && form.dates.state === 'given')).toBe(true);
          for (const { found, expected, example } of form.problems) {
            expect([...found].length).toBeLessThanOrEqual(80);
            expect(Math.min(found.length, expected.length, example.length)).toBeGreaterThan(0);
          }
          expect(typeof isRequestForm(text)).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });

  const pieces = [
    '>',
    '*a_ ',
    '- ',
    '\n  - a',
    '```\n',
    '<!--',
    '<!-- a\n\n',
    '[',
    '**',
    'a: ',
    '### Area\n',
    '- [x] a\n',
    '\u200b',
    '(',
    ';',
    ' or ',
    '2026-12-03 ',
    '1h ',
    '<#C',
    '\\',
    '&',
    '006',
    '\t',
    '*',
    '_',
    '`',
  ];
  const headings = [
    '',
    '### Opportunity ID or link\n',
    '### Area of expertise\n',
    '### Proposed dates\n',
    '### Expected duration\n',
    '### Slack channel\n',
    '### Questions\n',
    'Area: ',
  ];

  it.each(pieces)('of 64 KiB of %j is read in a moment, under every heading', (piece) => {
    for (const heading of headings) {
      const text = (heading + piece.repeat(65_536)).slice(0, 65_536).toWellFormed();
      const limited = text.slice(
        0,
        Math.floor(65_536 / new TextEncoder().encode(piece).length) * piece.length - 64,
      );
      // The thread's own work: what else runs on the machine has no say.
      let best = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 3 && best >= 250; attempt += 1) {
        const before = process.threadCpuUsage();
        expect(parseRequestForm(unscanned(limited), context()).problems.length).toBeGreaterThan(0);
        const { user, system } = process.threadCpuUsage(before);
        best = Math.min(best, (user + system) / 1000);
      }

      expect(best).toBeLessThan(250);
    }
  });
});
