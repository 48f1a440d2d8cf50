import { sum } from '../distribution.ts';
import { type Figure, figure, percent } from '../figure.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';
import { periodSlice } from '../period-slice.ts';
import { servingSmes } from '../serving-smes.ts';
import { whyLoadIsWithheld } from './load-of-one.ts';

/** Hours of a whole week of work, against which the program's 10 to 15 percent are meant. */
const wholeWeek = 40;

/** How much of their time for the program the SMEs have used. */
export const utilisation: Metric = {
  definition: {
    key: 'utilisation',
    number: null,
    name: 'Utilisation',
    formula: 'hours of engagements in the period ÷ hours of the SMEs’ budget',
    details: [
      'Hours: duration and preparation of the engagements whose agreed start lies in the period, up to the cut-off, of requests with an SME at the cut-off (`assigned`, `changed`, `engaged`, `awaiting-feedback`, or `completed` after it took place). Those of associates, and of people who have left the roster, count as well.',
      'Budget: for every SME of the roster (level sme or lead) weekly hours × `assignment.engagement_share` × weeks. Weeks are the days of the period up to the cut-off that lie in the SME’s term ÷ 7, in the program’s calendar. Time off is not taken out.',
      'Of an area: the hours of its requests ÷ the budget of its SMEs. The whole budget of an SME counts in each of their areas. Of a region: the hours of the requests of its requesters ÷ the budget of the SMEs who live there. So parts do not add up to the whole, and a part can exceed 100 %.',
      'Beside it the same hours ÷ whole weeks of 40 hours, against the 10 to 15 % that the program asks of an SME.',
      'An area, or a region, with one SME: its hours and both shares would be figures of one person, so they stand in that SME’s own record and nowhere else. Where only one such area had engagements, its hours could be computed from the others: then the area with the fewest engagements beside it is withheld as well; the same of regions. One area in one region never tells them. Budget and number of engagements (n of the hours) are always told.',
      'Decisions and roster are those of the day it was read.',
    ],
    goal: '',
    goals: [],
    columns: [
      { figure: 'utilisation.hours', head: 'Hours' },
      { figure: 'utilisation.budget', head: 'Budget' },
      { figure: 'utilisation.share', head: 'Used' },
      { figure: 'utilisation.of-week', head: 'Of a 40 h week' },
    ],
    chart: 'utilisation.share',
  },
  measure,
};

const nobody = 'nobody on the roster is an SME here';

function measure(scope: Scope): MetricResult {
  const { config, group, requests, period, cutOff } = scope;
  const { begun } = periodSlice(requests, period.from);
  const smes = servingSmes(config, group, { from: period.from, to: cutOff });
  const hours = sum(begun.map(({ history }) => history.decision?.hours ?? 0));
  const budget = smes.length === 0 ? null : sum(smes.map((each) => each.budgetHours));
  const weeks = sum(smes.map((each) => each.days / 7));
  const withheld = whyLoadIsWithheld(scope);
  const load = (parts: Pick<Figure, 'id' | 'name' | 'unit' | 'value' | 'n'>): Figure =>
    figure({
      ...parts,
      value: withheld === null ? parts.value : null,
      note: withheld ?? nobody,
      asOf: false,
    });
  const share = (id: string, name: string, of: number): Figure =>
    load({ id, name, unit: 'percent', value: percent(hours, of), n: smes.length });
  return {
    figures: [
      load({
        id: 'utilisation.hours',
        name: 'Hours of engagements',
        unit: 'hours',
        value: hours,
        n: begun.length,
      }),
      figure({
        id: 'utilisation.budget',
        name: 'Hours of the SMEs’ budget',
        unit: 'hours',
        value: budget,
        n: smes.length,
        note: nobody,
        asOf: false,
      }),
      share('utilisation.share', 'Hours ÷ budget', budget ?? 0),
      share('utilisation.of-week', 'Hours ÷ weeks of 40 hours', wholeWeek * weeks),
    ],
    inputs: begun.map(({ history }) => history.iid),
  };
}
