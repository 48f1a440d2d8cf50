import type { EngagementEfficiency } from '../domain/metrics/engagement-efficiency.ts';
import type { Measurement } from '../domain/metrics/measure.ts';
import type { TechnicalWinRate } from '../domain/metrics/technical-win-rate.ts';
import { valueText } from './figure-text.ts';
import { monthTitle } from './month-title.ts';

function tookOf(median: number, mean: number): string {
  return `half of them within ${valueText(median, 'hours')} (mean ${valueText(mean, 'hours')})`;
}

function requestsSentence({ requests, toAssigned }: EngagementEfficiency, month: string): string {
  if (requests === 0) return `No request came in during ${month}.`;
  const came = requests === 1 ? `1 request came in` : `${requests} requests came in`;
  const still =
    toAssigned.waiting === 0 ? 'none is' : toAssigned.waiting === 1 ? '1 is' : `${toAssigned.waiting} are`;
  const { n, mean, median } = toAssigned;
  if (mean === null || median === null) {
    return `In ${month} ${came}; none has been given an SME, and ${still} still waiting for one.`;
  }
  const took = n === 1 ? `after ${valueText(mean, 'hours')}` : tookOf(median, mean);
  return `In ${month} ${came}; ${n} of ${requests} got an SME, ${took}, and ${still} still waiting for one.`;
}

function winRateSentence(winRate: TechnicalWinRate): string {
  if (winRate.kind === 'not-available') return `The technical win rate is not available: ${winRate.reason}.`;
  const { won, closed, rate } = winRate;
  if (rate === null) return 'No opportunity with an engagement was closed.';
  if (closed === 1)
    return `The one closed opportunity with an engagement was ${won === 1 ? 'won' : 'not won'}.`;
  return `Of ${closed} closed opportunities with an engagement ${won} ${won === 1 ? 'was' : 'were'} won (${valueText(rate, 'percent')}).`;
}

/** What a leader reads first: requests, waiting, win rate, in two or three sentences without a name. */
export function summaryText({ overall, period, cutOff }: Measurement): string {
  const sentences = [
    requestsSentence(overall.efficiency, monthTitle(period.name)),
    winRateSentence(overall.winRate),
  ];
  if (cutOff < period.to) sentences.push('The period is not over yet.');
  return sentences.join(' ');
}
