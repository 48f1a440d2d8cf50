import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesKey } from '../../../src/domain/dates/dates-key.ts';
import { isProposed } from '../../../src/domain/dates/is-proposed.ts';
import { withinReschedule } from '../../../src/domain/dates/within-reschedule.ts';
import { readForm, requestContext } from '../../../src/domain/request/request-view.ts';
import { exampleConfig } from '../../builders/config.ts';
import { requestText } from '../../builders/request-text.ts';
import { day, issue, snapshot } from '../../builders/snapshot.ts';

const example = exampleConfig();
const config = { ...example, calendar: { ...example.calendar, timezone: 'Europe/Madrid' } };
const context = requestContext(config, snapshot());

function key(dates: string, now = 0): string {
  return datesKey(readForm(context, issue({ description: requestText({ 'Proposed dates': dates }) }), now));
}

describe('the hash of some dates', () => {
  const plain = key('- 2026-12-03 15:00 Europe/Madrid\n- 2026-12-04');

  it.each([
    ['another order', '- 2026-12-04\n- 2026-12-03 15:00 Europe/Madrid'],
    ['another zone', '- 2026-12-03 14:00 UTC\n- 2026-12-04'],
    ['another spelling', 'Thursday, 3 December 2026, 3 pm CET\n\n4 Dec 2026'],
    ['a date that stands there twice', '- 2026-12-03 15:00\n- 2026-12-03 15:00 Europe/Madrid\n- 2026-12-04'],
  ])('is the same in %s', (_, dates) => expect(key(dates)).toBe(plain));

  it.each([
    ['a minute later', '- 2026-12-03 15:01 Europe/Madrid\n- 2026-12-04'],
    ['one date less', '- 2026-12-03 15:00 Europe/Madrid'],
    ['midnight instead of the day', '- 2026-12-03 15:00 Europe/Madrid\n- 2026-12-04 00:00'],
    ['all of them instead of one', '- 2026-12-03 15:00 Europe/Madrid\n- 2026-12-04\n- series'],
    ['a date nobody can read', '- 2026-12-03 15:00 Europe/Madrid\n- soon'],
  ])('is another one for %s', (_, dates) => expect(key(dates)).not.toBe(plain));

  it('of one date says nothing about a series, and of two unreadable ones tells them apart', () => {
    expect(key('- 2026-12-03 15:00\n- series')).toBe(key('- 2026-12-03 15:00'));
    expect(key('- soon')).not.toBe(key('- later'));
  });
});

describe('new dates within the limits', () => {
  const lastDate = Date.parse('2026-12-03T14:00Z');

  it.each<[string, string, number, boolean]>([
    ['the same day', '2026-12-03T09:00Z', 0, true],
    ['an earlier day', '2026-11-01T09:00Z', 2, true],
    ['the thirtieth day, late in the evening', '2027-01-02T22:59Z', 0, true],
    ['the day after', '2027-01-02T23:00Z', 0, false],
    ['a fourth time', '2026-12-04T09:00Z', 3, false],
  ])('%s', (_, start, dateChanges, within) => {
    const dates = [{ start: lastDate }, { start: Date.parse(start) }];
    expect(withinReschedule(config, { lastDate, dateChanges }, dates)).toBe(within);
  });

  it('days are days of the calendar, whatever clocks do in between', () => {
    // Madrid goes to summer time on 28 March 2027: the thirtieth day ends an hour earlier by UTC.
    const approved = Date.parse('2027-03-20T10:00Z');
    const at = (start: string) =>
      withinReschedule(config, { lastDate: approved, dateChanges: 0 }, [{ start: Date.parse(start) }]);
    expect([at('2027-04-19T21:59Z'), at('2027-04-19T22:00Z')]).toEqual([true, false]);
  });

  it('nothing is within the limits of what was never approved', () => {
    expect(withinReschedule(config, { lastDate: null, dateChanges: 0 }, [{ start: 0 }])).toBe(false);
    expect(withinReschedule(config, { lastDate, dateChanges: 0 }, [])).toBe(false);
  });
});

describe('a time on one of some dates', () => {
  const wholeDay = (text: string, timezone: string) => ({
    start: Date.parse(text),
    allDay: true,
    timezone,
    raw: text,
  });

  it.each<[string, string, boolean]>([
    ['as a day begins in its zone', '2027-03-27T23:00Z', true],
    ['as it ends, an hour short in spring', '2027-03-28T21:59Z', true],
    ['after that', '2027-03-28T22:00Z', false],
    ['the evening before', '2027-03-27T22:59Z', false],
  ])('%s', (_, start, found) => {
    const dates = [wholeDay('2027-03-27T23:00Z', 'Europe/Madrid')];
    expect(isProposed(Date.parse(start), dates)).toBe(found);
  });

  it('a date with a time is that time alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: day }), (off) => {
        const dates = [{ start: day, allDay: false, timezone: 'UTC', raw: '' }];
        return isProposed(day, dates) && !isProposed(day + off, dates);
      }),
    );
  });
});
