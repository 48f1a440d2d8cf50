import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../src/clients/error-catalogue.ts';
import { feedbackProblemCodes } from '../../src/domain/board/form/feedback-problem-codes.ts';
import { formProblemCodes } from '../../src/domain/form/form-problem.ts';
import { labelRefusals } from '../../src/domain/notifications/refusal-comment.ts';
import { checkProblemCodes } from '../../src/domain/validation/check-problem.ts';
import { runbookPage } from '../../src/report/runbook.ts';
import { runErrors } from '../../src/run/error-catalogue.ts';
import { runbookSections } from '../../src/run/runbook-sections.ts';
import { withoutComments } from '../laws/imports-of.ts';
import { root, type SourceFile, sourceFiles } from '../laws/source-files.ts';

const entries = runbookSections().flatMap((section) => section.entries);

/** Where codes are written down; everywhere else they are used. */
const catalogues = [
  'src/clients/error-catalogue.ts',
  'src/clients/gitlab/errors.ts',
  'src/clients/salesforce/errors.ts',
  'src/clients/slack/errors.ts',
  'src/clients/stack-overflow/errors.ts',
  'src/domain/board/form/feedback-problem-codes.ts',
  'src/domain/form/form-problem.ts',
  'src/domain/validation/check-problem.ts',
  'src/reconcile/error-catalogue.ts',
  'src/report/feedback-problem-entries.ts',
  'src/report/problem-entries.ts',
  'src/run/error-catalogue.ts',
];

const users: readonly SourceFile[] = sourceFiles()
  .filter((file) => !catalogues.includes(file.path) && !file.path.startsWith('src/sandbox/'))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));
const used = users.map((file) => file.text).join('\n');

describe('the runbook', () => {
  it('is the page that the catalogues make', () => {
    expect(readFileSync(`${root}docs/runbook.md`, 'utf8')).toBe(runbookPage(runbookSections()));
  });

  it('has one heading for each code that can be told, and none besides', () => {
    const codes = [
      ...Object.keys(errorCatalogue),
      ...Object.keys(runErrors),
      ...formProblemCodes,
      ...feedbackProblemCodes,
      ...checkProblemCodes,
      ...Object.keys(labelRefusals).map((refusal) => `label-${refusal}`),
    ];
    const headings = [...runbookPage(runbookSections()).matchAll(/^### (.+)$/gm)].map((match) => match[1]);

    expect(headings.toSorted()).toEqual(codes.toSorted());
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('says of each code what happened and what to do, in whole sentences', () => {
    const wanting = entries.filter(({ what, cure }) => !/^\S.{10,}\.$/.test(what) || !/^\S.{8,}$/.test(cure));

    expect(wanting).toEqual([]);
  });
});

describe('a code', () => {
  it('is only ever told with the words of a catalogue', () => {
    const own = ['src/clients/client-error.ts', 'src/reconcile/request/actions-on.ts'];
    const wild = users.filter(({ path, text }) => !own.includes(path) && /new DeskError\(/.test(text));
    const endings = users.filter(({ text }) => /kind: 'failed',\s*code: '/.test(text));
    const problems = users.filter(({ text }) => /\bcode: '(?!custom')[a-z]+-[a-z-]+'/.test(text));

    expect([...wild, ...endings, ...problems].map((file) => file.path)).toEqual([]);
  });

  it.each(entries.filter(({ code }) => !code.startsWith('label-')).map(({ code }) => code))(
    '%s can still be told',
    (code) => {
      // The transport puts the service in front: `${service}-rate-limited`, or takes the rest from a verdict.
      const rest = code.replace(/^(?:gitlab|salesforce|slack|stack-overflow)-/, '');
      const spellings = [`'${code}'`, `'${rest}'`, `\${service}-${rest}\``, `\${options.service}-${rest}\``];

      expect(spellings.filter((spelling) => used.includes(spelling))).not.toEqual([]);
    },
  );
});
