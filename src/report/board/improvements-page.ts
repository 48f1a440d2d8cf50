import type { Config } from '../../config/types.ts';
import { areaGroups } from '../../domain/metrics/group.ts';
import { dayOf } from '../../domain/metrics/month.ts';
import { feedbackLoop } from '../../domain/metrics/program/feedback-loop.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import { escapeMarkdown } from '../escape.ts';
import { markdownTable } from '../markdown-table.ts';
import { whatItIs } from '../metrics-page.ts';
import { monthTitle, shortTitle } from '../month-title.ts';
import { xyChart } from '../xy-chart.ts';
import { kindText } from './card-words.ts';
import { type ImprovedQuarter, improvementsByQuarter } from './improvements.ts';

const quarters = 8;

/**
 * The wiki page `feedback/improvements`: what customers have asked for and got, by quarter, newest first. Numbers,
 * enumerated names and references only (`docs/rules.md#customer-feedback`). It changes with what it tells and with the
 * quarter, never with the day.
 */
export function improvementsPage(history: ProgramHistory): string {
  const { config } = history;
  const told = improvementsByQuarter(history, quarters);
  const newest = told[0]?.quarter.name ?? '';
  const parts = [
    `**What customers have asked for and got**, by quarter: cards that stood as resolved at its end (${monthTitle(newest)}: as of the last change of a card). Each number leads to a card; only those who may read the card can open it.`,
    whatItIs(feedbackLoop.definition),
    ...chart(told),
    ...told.filter(isTold).map((each) => quarterSection(config, each)),
    'See also: [metrics](/metrics) · [product managers](/engage-pm) · [home](/home).',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A quarter without any is left out, but for the one that is running. */
function isTold({ improvements }: ImprovedQuarter, place: number): boolean {
  return place === 0 || improvements.length > 0;
}

function chart(told: readonly ImprovedQuarter[]): string[] {
  const points = [...told].reverse().map(({ quarter, improvements }) => ({
    label: shortTitle(quarter.name),
    value: improvements.length,
  }));
  if (points.every(({ value }) => value === 0)) return [];
  const goal = feedbackLoop.definition.goals[0]?.target;
  return [
    xyChart({
      title: 'Improvements by quarter, and the goal',
      unit: 'count',
      points,
      goal: goal?.kind === 'fixed' ? goal.value : null,
    }),
  ];
}

function quarterSection(config: Config, { quarter, improvements }: ImprovedQuarter): string {
  const heading = `## ${monthTitle(quarter.name)}`;
  if (improvements.length === 0) return `${heading}\n\nNothing was resolved yet.`;
  const names = new Map(areaGroups(config).map(({ key, name }) => [key, name]));
  const rows = improvements.map(({ areaKey, iid, kind, at, forManager }) => [
    escapeMarkdown(names.get(areaKey) ?? areaKey),
    `#${iid}`,
    kindText(kind),
    dayOf(at, config.calendar.timezone),
    forManager ? 'a lead or SME, for the product manager' : 'a product manager',
  ]);
  return `${heading}\n\n${markdownTable(['Area', 'Card', 'Kind', 'Resolved on', 'Resolved by'], rows)}`;
}
