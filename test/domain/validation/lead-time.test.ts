import { describe, expect, it } from 'vitest';
import { parseRequestForm } from '../../../src/domain/form/parse-request-form.ts';
import {
  checkLeadTime,
  type LeadTimeFacts,
  measuredLeadTime,
} from '../../../src/domain/validation/check-lead-time.ts';
import { exampleConfig } from '../../builders/config.ts';
import { requestText } from '../../builders/request-text.ts';
import { day, hour, monday } from '../../builders/snapshot.ts';

const config = exampleConfig();

/** A form whose first date lies so many hours after Monday morning. */
function formAt(hours: number) {
  const dates = `- ${new Date(monday + hours * hour).toISOString().slice(0, 16)}Z`;
  const text = requestText({ 'Proposed dates': dates });
  return parseRequestForm(text, { config, salesforceOn: true, now: monday, timezone: 'UTC' });
}

const fresh: LeadTimeFacts = { submitted: monday, edited: null, taken: null };

/** A request that was shown with a date 96 hours after its submission. */
function shownAt96(edited: number | null): LeadTimeFacts {
  return { submitted: monday, edited, taken: { first: monday + 96 * hour, from: monday } };
}

describe('the lead time', () => {
  it.each<[string, number, LeadTimeFacts, string]>([
    ['48 hours after the submission', 48, fresh, 'fine'],
    ['a minute too little', 47, fresh, 'problem'],
    ['an edit before anything was shown costs nothing', 48, { ...fresh, edited: monday + day }, 'fine'],
    ['the same date after an edit of something else', 96, shownAt96(monday + 3 * day), 'fine'],
    ['a later date, however late it is proposed', 97, shownAt96(monday + 4 * day - hour), 'fine'],
    ['an earlier date, in time for its edit', 72, shownAt96(monday + day), 'fine'],
    ['an earlier date, too late for its edit', 71, shownAt96(monday + day), 'problem'],
    ['an earlier date that nobody noted an edit for', 72, shownAt96(null), 'fine'],
  ])('%s', (_, hours, facts, kind) => {
    expect(checkLeadTime(config, formAt(hours), facts).kind).toBe(kind);
  });

  it('a date that was brought forward in time stays measured from then', () => {
    const taken = measuredLeadTime(formAt(72), shownAt96(monday + day));
    expect(taken).toEqual({ first: monday + 72 * hour, from: monday + day });
    const later = { ...fresh, taken, edited: monday + 2 * day };
    expect(checkLeadTime(config, formAt(73), later).kind).toBe('fine');
    expect(measuredLeadTime(formAt(73), later)).toEqual({ first: monday + 73 * hour, from: monday + day });
  });

  it('the reader is told what it is measured from', () => {
    const result = checkLeadTime(config, formAt(71), shownAt96(monday + day));
    expect(result).toMatchObject({ problem: { found: expect.stringContaining('brought it forward') } });
  });
});
