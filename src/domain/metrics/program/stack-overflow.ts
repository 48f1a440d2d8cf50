import type { Config } from '../../../config/types.ts';
import { sum } from '../distribution.ts';
import type { Question } from '../facts.ts';
import { countFigure, type Figure, figure, percent } from '../figure.ts';
import type { Group } from '../group.ts';
import type { Metric, MetricResult, Scope } from '../metric.ts';

/** Metric 8: who asks the team gets an answer of an SME, and a good one. */
export const stackOverflow: Metric = {
  definition: {
    key: 'stack-overflow',
    number: 8,
    name: 'Stack Overflow',
    formula: 'tagged questions answered by an SME ÷ all tagged questions; mean upvotes of the SMEs’ answers',
    details: [
      'The questions of a period are those asked in it on Stack Overflow for Teams, up to the cut-off, with a tag of the area (`areas[].stack_overflow_tags`); overall with a tag of any area, each question once. A question with tags of two areas counts in both. Questions have no region.',
      'Answered by an SME: at least one answer stands there, on the day it was read, by a user whom the roster names as `stack_overflow_user`, at any level and in any area. An SME who answers their own question counts as well.',
      'Upvotes: the mean score of those answers, where a score is the votes up less the votes down. Several answers to one question count each.',
      'SMEs without `stack_overflow_user` in the roster: their answers cannot be told from anybody’s and are not counted, so the share can be higher than it is printed. How many they are stands beside it.',
      'Questions, answers and votes are as they stood on the day they were read, which is named on the page: what was deleted since is not in them, and what is answered later is not in them yet. A page is not corrected for it.',
    ],
    goal: '90 % answered; 5 upvotes',
    goals: [
      {
        figure: '8.answered',
        name: 'answered by an SME',
        span: 'month',
        target: { kind: 'fixed', direction: 'higher', value: 90 },
      },
      {
        figure: '8.upvotes',
        name: 'upvotes per answer',
        span: 'month',
        target: { kind: 'fixed', direction: 'higher', value: 5 },
      },
    ],
    columns: [
      { figure: '8.questions', head: 'Questions' },
      { figure: '8.answered.n', head: 'Answered by an SME' },
      { figure: '8.answered', head: 'Share' },
      { figure: '8.answers', head: 'Answers of SMEs' },
      { figure: '8.upvotes', head: 'Mean upvotes' },
    ],
    chart: '8.answered',
  },
  measure,
};

function measure({ config, group, period, cutOff, questions }: Scope): MetricResult {
  const tags = tagsOf(config, group);
  if (tags === null) return { figures: [], inputs: [] };
  const smes = smeUsers(config);
  if (questions.kind === 'not available') return told(config, group, questions.reason);
  if (tags !== 'any' && tags.size === 0) return told(config, group, 'the area has no stack_overflow_tags');
  if (smes.size === 0) return told(config, group, 'no SME of the roster has a stack_overflow_user');
  const asked = questions.value.filter(
    (question) => question.at >= period.from && question.at < cutOff && hasTag(question, tags),
  );
  return {
    figures: [...figuresOf(asked, smes), ...unknownSmes(config, group)],
    inputs: [],
  };
}

/** Tags whose questions belong to a group; `any` for all of them, null: the metric is not defined for the group. */
function tagsOf({ areas }: Config, group: Group): ReadonlySet<string> | 'any' | null {
  if (group.kind === 'overall') return 'any';
  const area = group.kind === 'area' ? areas.find(({ key }) => key === group.area) : undefined;
  return area === undefined ? null : new Set(area.stackOverflowTags.map(sameTag));
}

function hasTag({ tags }: Question, wanted: ReadonlySet<string> | 'any'): boolean {
  return wanted === 'any' || tags.some((tag) => wanted.has(sameTag(tag)));
}

/** Stack Overflow writes tags in lower case; people may not. */
function sameTag(tag: string): string {
  return tag.trim().toLowerCase();
}

function smeUsers({ roster }: Config): ReadonlySet<number> {
  return new Set(roster.flatMap(({ stackOverflowUser }) => stackOverflowUser ?? []));
}

const names = {
  '8.questions': 'Questions asked with a tag',
  '8.answered.n': 'Questions answered by an SME',
  '8.answered': 'Share answered by an SME',
  '8.answers': 'Answers of SMEs',
  '8.upvotes': 'Mean upvotes of the SMEs’ answers',
} as const;

function figuresOf(asked: readonly Question[], smes: ReadonlySet<number>): Figure[] {
  const bySmes = asked.map(({ answers }) =>
    answers.filter(({ user }) => user !== null && smes.has(user)).map(({ score }) => score),
  );
  const answered = bySmes.filter((scores) => scores.length > 0).length;
  const scores = bySmes.flat();
  return [
    countFigure('8.questions', names['8.questions'], asked.length, false),
    countFigure('8.answered.n', names['8.answered.n'], answered, false),
    figure({
      id: '8.answered',
      name: names['8.answered'],
      unit: 'percent',
      value: percent(answered, asked.length),
      n: asked.length,
      note: 'no question was asked',
      asOf: false,
    }),
    countFigure('8.answers', names['8.answers'], scores.length, false),
    figure({
      id: '8.upvotes',
      name: names['8.upvotes'],
      unit: 'score',
      value: scores.length === 0 ? null : sum(scores) / scores.length,
      n: scores.length,
      note: 'no SME has answered',
      asOf: false,
    }),
  ];
}

/** Why there are no figures, in the place of each. */
function told(config: Config, group: Group, note: string): MetricResult {
  const missing = (id: keyof typeof names, unit: Figure['unit']) =>
    figure({ id, name: names[id], unit, value: null, n: 0, note, asOf: false });
  const figures = [
    missing('8.questions', 'count'),
    missing('8.answered.n', 'count'),
    missing('8.answered', 'percent'),
    missing('8.answers', 'count'),
    missing('8.upvotes', 'score'),
  ];
  return { figures: [...figures, ...unknownSmes(config, group)], inputs: [] };
}

/** The roster is one for all areas, so it is told once. */
function unknownSmes({ roster }: Config, { kind }: Group): Figure[] {
  if (kind !== 'overall') return [];
  const unknown = roster.filter(({ stackOverflowUser }) => stackOverflowUser === null).length;
  return [
    countFigure(
      '8.smes.unknown',
      'SMEs without stack_overflow_user, whose answers are not seen',
      unknown,
      false,
    ),
  ];
}
