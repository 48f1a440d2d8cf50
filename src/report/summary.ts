import type { Figure } from '../domain/metrics/figure.ts';
import { figureOf, type Measurement } from '../domain/metrics/measure.ts';
import { valueText } from './figure-text.ts';
import { goalsSentence } from './goals-table.ts';
import { monthTitle } from './month-title.ts';
import type { PeriodReport } from './report-input.ts';

function countOf(measured: Measurement, id: string): number {
  return figureOf(measured, id)?.value ?? 0;
}

function tookText(n: number, median: number, mean: number): string {
  if (n === 1) return `after ${valueText(mean, 'hours')}`;
  return `half of them within ${valueText(median, 'hours')} (mean ${valueText(mean, 'hours')})`;
}

function requestsSentence(measured: Measurement): string {
  const title = monthTitle(measured.period.name);
  const requests = countOf(measured, '5.requests');
  if (requests === 0) return `No request came in during ${title}.`;
  const came = requests === 1 ? '1 request came in' : `${requests} requests came in`;
  const waiting = countOf(measured, '5.assigned.waiting');
  const ended = countOf(measured, '5.assigned.ended');
  const rest = ended === 0 ? '' : `; ${ended} ended without one`;
  const still = `${waiting === 0 ? 'none is' : waiting === 1 ? '1 is' : `${waiting} are`} still waiting for one${rest}.`;
  const n = countOf(measured, '5.assigned.n');
  const mean = figureOf(measured, '5.assigned.mean')?.value ?? null;
  const median = figureOf(measured, '5.assigned.median')?.value ?? null;
  if (mean === null || median === null) {
    return `In ${title} ${came}; none has been given an SME, and ${still}`;
  }
  return `In ${title} ${came}; ${n} of ${requests} got an SME, ${tookText(n, median, mean)}, and ${still}`;
}

function winRateSentence(measured: Measurement): string {
  const rate: Figure | undefined = figureOf(measured, '1.rate');
  const closed = figureOf(measured, '1.closed')?.value ?? null;
  if (closed === null) return `The technical win rate is not available: ${rate?.note || 'no figure yet'}.`;
  if (closed === 0) return 'No opportunity with an engagement was closed.';
  const won = countOf(measured, '1.won');
  if (closed === 1) {
    return `The one closed opportunity with an engagement was ${won === 1 ? 'won' : 'not won'}.`;
  }
  const share = valueText((100 * won) / closed, 'percent');
  return `Of ${closed} closed opportunities with an engagement ${won} ${won === 1 ? 'was' : 'were'} won (${share}).`;
}

/** What happened in a period: requests, waiting and win rate, in two or three sentences without a name. */
export function whatHappened(measured: Measurement): string {
  const sentences = [requestsSentence(measured), winRateSentence(measured)];
  if (measured.cutOff < measured.period.to) sentences.push('The period is not over yet.');
  return sentences.join(' ');
}

/** What a leader reads first: what happened, and how many goals are met. Plain text, so that it fits any place. */
export function summaryText(report: PeriodReport): string {
  return `${whatHappened(report.measured)} ${goalsSentence(report)}`;
}
