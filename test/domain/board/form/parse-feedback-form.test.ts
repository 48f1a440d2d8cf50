import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedbackForm } from '../../../../src/domain/board/form/parse-feedback-form.ts';
import type { Field } from '../../../../src/domain/form/request-form.ts';
import { feedbackContext, feedbackWith, withoutSalesforce } from './feedback-context.ts';

type Changes = Readonly<Record<string, string | null>>;

function parsed(changes: Changes = {}, at = feedbackContext()) {
  return parseFeedbackForm(feedbackWith(changes), at);
}

function codes(changes: Changes, at = feedbackContext()): string[] {
  return parsed(changes, at).problems.map((problem) => problem.code);
}

function value<T>(field: Field<T>): T | string {
  if (field.state === 'given') return field.value;
  return field.state === 'problem' ? field.problem.code : 'blank';
}

const opportunity = '006AB00000123AbYAI';
const account = '001A0000006Vm9rIAC';

describe('a complete form of feedback', () => {
  it('is read whole and without problems', () => {
    const form = parsed();

    expect(form.problems).toEqual([]);
    expect(form).toEqual({
      asking: { state: 'given', value: { kind: 'opportunity', id: opportunity } },
      challenge: { state: 'given', value: 'Approvals are kept in lists by hand.' },
      solution: { state: 'given', value: 'One page with every approval.' },
      benefit: { state: 'given', value: 'The audit takes two days.' },
      kind: { state: 'given', value: 'feature-request' },
      theme: { state: 'given', value: { theme: 'Reporting', other: null } },
      area: { state: 'given', value: { key: 'appsec', other: null } },
      impact: { state: 'given', value: 'major' },
      productIssue: { state: 'given', value: { project: 'acme/product', iid: 12 } },
      requests: { state: 'given', value: [7] },
      problems: [],
    });
  });

  it('needs neither theme nor product issue nor request', () => {
    const form = parsed({ Theme: null, 'Product issue': 'none', 'Requests it came from': '- ' });

    expect(form.problems).toEqual([]);
    expect([form.theme.state, form.productIssue.state, form.requests.state]).toEqual([
      'blank',
      'blank',
      'blank',
    ]);
  });

  it('says in its own order what an empty one lacks', () => {
    expect(parseFeedbackForm('', feedbackContext()).problems.map(({ code }) => code)).toEqual([
      'feedback-asking-missing',
      'feedback-challenge-missing',
      'feedback-solution-missing',
      'feedback-benefit-missing',
      'feedback-kind-missing',
      'feedback-area-missing',
      'feedback-impact-missing',
    ]);
  });

  it('is not read beyond 64 KiB, and says only so', () => {
    const form = parsed({ 'Current challenge': 'é'.repeat(33_000) });

    expect(form.problems.map(({ code }) => code)).toEqual(['form-too-long']);
    expect(form.asking.state).toBe('blank');
  });

  it('tells of a comment that hides the rest only where something is missing', () => {
    const hidden = feedbackWith({
      'Impact on the customer': '<!-- - [x] Major',
      'Product issue': null,
      'Requests it came from': null,
    });

    expect(parseFeedbackForm(hidden, feedbackContext()).problems.map(({ code }) => code)).toEqual([
      'feedback-impact-missing',
      'form-comment-open',
    ]);
    expect(parseFeedbackForm(`${feedbackWith()}\n<!-- a note`, feedbackContext()).problems).toEqual([]);
  });
});

describe('whom feedback is about', () => {
  it.each([
    ['an opportunity', '006AB00000123Ab', 'opportunity', opportunity],
    ['an account', account.slice(0, 15), 'account', account],
    ['an account with its suffix in small letters', `${account.slice(0, 15)}iac`, 'account', account],
    [
      'a Lightning link of an account',
      `https://acme.lightning.force.com/lightning/r/Account/${account}/view`,
      'account',
      account,
    ],
    [
      'a link with words',
      `[the renewal](https://acme.my.salesforce.com/${opportunity})`,
      'opportunity',
      opportunity,
    ],
  ])('is read from %s', (_, text, kind, id) => {
    expect(value(parsed({ 'Opportunity or account': text }).asking)).toEqual({ kind, id });
  });

  it.each([
    ['nothing', 'TBD', 'missing'],
    ['a name', 'Acme Inc', 'malformed'],
    ['too few characters', '006AB0000012', 'malformed'],
    ['a suffix that does not fit', '006AB00000123AbAAA', 'suffix'],
    ['two opportunities', `${opportunity} 006AB00000123Ac`, 'several'],
    ['an opportunity and an account', `${opportunity}, ${account}`, 'several'],
    ['a contact', '003A0000006Vm9r', 'other-object'],
  ])('is asked for anew where it is %s', (_, text, code) => {
    const { asking } = parsed({ 'Opportunity or account': text });

    expect(value(asking)).toBe(`feedback-asking-${code}`);
  });

  it('is an id or text of the configured form while Salesforce is off', () => {
    const asking = (text: string, pattern: string | null) =>
      value(parsed({ 'Opportunity or account': text }, withoutSalesforce(pattern)).asking);

    expect(asking('D-17', '^D-[0-9]+$')).toEqual({ kind: 'text', id: 'D-17' });
    expect(asking('Deal 17', '^D-[0-9]+$')).toBe('feedback-asking-pattern');
    expect(asking('D-17', null)).toEqual({ kind: 'text', id: 'D-17' });
    expect(asking(account, null)).toEqual({ kind: 'account', id: account });
  });

  it('may stand behind the label that the program has for it', () => {
    const form = parseFeedbackForm('### Deal\nD-17', withoutSalesforce('^D-[0-9]+$'));

    expect(value(form.asking)).toEqual({ kind: 'text', id: 'D-17' });
  });
});

describe('the choices of feedback', () => {
  it.each([
    ['Kind of feedback', '- [x] Bug\n- [x] Enhancement', 'feedback-kind-several'],
    ['Kind of feedback', 'a complaint', 'feedback-kind-unknown'],
    ['Theme', '- [x] Reporting\n- [x] Usability', 'feedback-theme-several'],
    ['Theme', 'Colours', 'feedback-theme-unknown'],
    ['Theme', '- [x] Other: ', 'feedback-theme-other-blank'],
    ['Product area', '- [x] AI\n- [x] Security', 'feedback-area-several'],
    ['Product area', 'Kitchen', 'feedback-area-unknown'],
    ['Product area', '- [x] Other:', 'feedback-area-other-blank'],
    ['Impact on the customer', '- [x] Major\n- [x] Minor', 'feedback-impact-several'],
    ['Impact on the customer', 'They lose two days a month.', 'feedback-impact-unknown'],
  ])('%s: %j is %s', (heading, answer, code) => {
    expect(codes({ [heading]: answer })).toEqual([code]);
  });

  it.each([
    ['Kind of feedback', 'bug', { kind: { value: 'bug' } }],
    ['Kind of feedback', 'feature-request', { kind: { value: 'feature-request' } }],
    ['Theme', '- [x] Other: Colours', { theme: { value: { theme: null, other: 'Colours' } } }],
    ['Theme', 'security and compliance', { theme: { value: { theme: 'Security and compliance' } } }],
    ['Product area', 'appsec', { area: { value: { key: 'appsec', other: null } } }],
    ['Product area', '- [x] Other: Pages', { area: { value: { key: 'other', other: 'Pages' } } }],
    ['Impact on the customer', '**Blocker**', { impact: { value: 'blocker' } }],
  ])('%s: %j is understood', (heading, answer, read) => {
    expect(parsed({ [heading]: answer })).toMatchObject(read);
  });

  it('that are wrong say what was found and what would be right', () => {
    expect(parsed({ 'Impact on the customer': 'critical' }).problems).toEqual([
      {
        code: 'feedback-impact-unknown',
        field: 'Impact on the customer',
        found: 'critical',
        expected: 'one of: Blocker, Major, Minor',
        example: '- [x] Blocker',
      },
    ]);
  });
});

describe('the product issue', () => {
  const read = (text: string, at = feedbackContext()) =>
    value(parsed({ 'Product issue': text }, at).productIssue);

  it.each([
    ['https://gitlab.example.com/acme/product/-/issues/12', 'acme/product', 12],
    ['https://gitlab.example.com/acme/product/-/work_items/12#note_7', 'acme/product', 12],
    ['https://GitLab.Example.com/acme/deep/product/-/issues/12?sort=desc.', 'acme/deep/product', 12],
    ['<https://gitlab.example.com/acme/product/issues/12/>', 'acme/product', 12],
    ['[the issue](https://gitlab.example.com/acme/product/-/issues/12)', 'acme/product', 12],
    ['[acme/product#12](https://gitlab.example.com/acme/product/-/issues/12)', 'acme/product', 12],
    ['It is https://gitlab.example.com/acme/product/-/issues/12.', 'acme/product', 12],
    ['acme/product#12+', 'acme/product', 12],
    ['see acme/deep/product#12, please', 'acme/deep/product', 12],
    ['acme/product#12, explained in https://docs.example.com/issues', 'acme/product', 12],
  ])('is read from %s', (text, project, iid) => {
    expect(read(text)).toEqual({ project, iid });
  });

  it.each([
    ['#12', 'unreadable'],
    ['12', 'unreadable'],
    ['we have one', 'unreadable'],
    ['acme/product#0', 'unreadable'],
    ['https://gitlab.example.com/acme/product/-/merge_requests/12', 'unreadable'],
    ['https://gitlab.example.com/groups/acme/-/work_items/12', 'unreadable'],
    ['https://gitlab.com/acme/product/-/issues/12', 'elsewhere'],
    ['https://gitlab.example.com@evil.example/acme/product/-/issues/12', 'elsewhere'],
    ['https://gitlab.example.com.evil.example/acme/product/-/issues/12', 'elsewhere'],
    ['acme/product#12 and acme/product#13', 'several'],
    ['acme/product#12 https://gitlab.com/acme/product/-/issues/12', 'several'],
  ])('is asked for anew where it is %s', (text, code) => {
    expect(read(text)).toBe(`feedback-product-issue-${code}`);
  });

  it('is known on a GitLab below the root of its host, and there alone', () => {
    const webUrl = 'https://example.com/gitlab/acme/sme-desk';
    const at = feedbackContext({ project: { path: 'acme/sme-desk', webUrl } });

    expect(read('https://example.com/gitlab/acme/product/-/issues/12', at)).toEqual({
      project: 'acme/product',
      iid: 12,
    });
    expect(read('https://example.com/other/acme/product/-/issues/12', at)).toBe(
      'feedback-product-issue-elsewhere',
    );
  });
});

describe('the requests that feedback came from', () => {
  const read = (text: string) => value(parsed({ 'Requests it came from': text }).requests);

  it.each([
    ['#12', [12]],
    ['12', [12]],
    ['- #12\n- #15', [12, 15]],
    ['12, 15 and 12', [12, 15]],
    ['SME requests #12 & #15.', [12, 15]],
    ['#12, the demo in March 2026', [12]],
    ['https://gitlab.example.com/acme/sme-desk/-/issues/12', [12]],
    ['acme/sme-desk#12, #15', [12, 15]],
    ['[#12](https://gitlab.example.com/Acme/SME-Desk/-/work_items/12)', [12]],
  ])('are read from %j', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it.each([
    'the demo in 2026',
    'https://gitlab.example.com/acme/product/-/issues/12',
    'https://gitlab.com/acme/sme-desk/-/issues/12',
    'acme/product#12',
    '#0',
    'PR12',
  ])('are asked for anew where %j stands', (text) => {
    expect(read(text)).toBe('feedback-requests-unreadable');
  });
});

describe('what is longer than a field of links can be', () => {
  it('is asked for anew: where it is cut a number would turn into another one', () => {
    const long = `acme/product#${'1'.repeat(9)} ${'a'.repeat(2000)}`;

    expect(codes({ 'Product issue': long, 'Requests it came from': `#${'12 '.repeat(1000)}` })).toEqual([
      'feedback-product-issue-unreadable',
      'feedback-requests-unreadable',
    ]);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...['### Product issue\n', '### Requests it came from\n', '### Theme\n', '## Use case\n', 'Impact: '],
    ...[
      '- [x] ',
      '- [ ] ',
      'Other: ',
      'Bug',
      'https://',
      'gitlab.example.com/',
      'a/b#12',
      '#12',
      '/-/issues/1',
    ],
    ...[
      '006AB00000123Ab',
      '001',
      '<!--',
      '-->',
      '```',
      '> ',
      '|',
      '\n',
      ' ',
      '\u202e',
      '\ud800',
      '@',
      '%2f',
      ':',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 500 }),
  );

  it('is read without a throw, twice the same, and every problem says what to do', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), fc.webUrl(), (text, salesforceOn, webUrl) => {
        const at = feedbackContext({ salesforceOn, project: { path: 'acme/sme-desk', webUrl } });
        const form = parseFeedbackForm(text, at);

        expect(parseFeedbackForm(text, at)).toEqual(form);
        for (const { found, expected, example } of form.problems) {
          expect([...found].length).toBeLessThanOrEqual(80);
          expect(Math.min(found.length, expected.length, example.length)).toBeGreaterThan(0);
        }
        if (form.requests.state === 'given') {
          expect(form.requests.value.every((number) => Number.isSafeInteger(number) && number > 0)).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
