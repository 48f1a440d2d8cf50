import type { Config } from '../../src/config/types.ts';
import type { Card, CardStatus, CardView, Groups, Scores } from '../../src/domain/board/card.ts';
import type { FeedbackForm } from '../../src/domain/board/form/feedback-form.ts';
import { cardRecordOf } from '../../src/domain/board/record/card-record-of.ts';
import type { Field } from '../../src/domain/form/request-form.ts';
import { labelCatalogue } from '../../src/domain/labels/label-catalogue.ts';
import { directoryOf } from '../../src/domain/people.ts';
import type { Instant, LabelEvent, LabelFacts, Person } from '../../src/domain/snapshot.ts';
import { lastEventId } from '../../src/domain/timeline/fold-labels.ts';
import type { BoardContext, CardWish, ProductIssueFacts } from '../../src/reconcile/board/card-phase.ts';
import { exampleConfig } from './config.ts';
import { desk, hour, monday, people, user } from './snapshot.ts';

const config = exampleConfig();

/** Every label that the desk knows, as the project has them. */
export const boardLabels: readonly LabelFacts[] = labelCatalogue(config).map(({ name }, index) => ({
  id: 501 + index,
  name,
}));

const blank = { state: 'blank' } as const;

export function given<T>(value: T): Field<T> {
  return { state: 'given', value };
}

/** A form that is filled in. */
function feedbackForm(changes: Partial<FeedbackForm> = {}): FeedbackForm {
  return {
    asking: given({ kind: 'opportunity', id: '006AB000001AcmeYAE' }),
    challenge: given('Reviews wait for days.'),
    solution: given('Suggest reviewers.'),
    benefit: given('Two days less for each change.'),
    kind: given('enhancement'),
    theme: blank,
    area: given({ key: 'ai', other: null }),
    impact: given('major'),
    productIssue: blank,
    requests: blank,
    problems: [],
    ...changes,
  };
}

/** One thing wrong with a form, of a customer that must not be repeated elsewhere. */
export const impactProblem = {
  code: 'feedback-impact-missing',
  field: 'Impact',
  found: 'nothing',
  expected: 'one of the three',
  example: '[x] Major',
};

/** A card of AI that sam has opened on Monday with the labels of its form. */
export function cardView(
  changes: Partial<Card> = {},
  form: Partial<FeedbackForm> = {},
  areaKey = 'ai',
): CardView {
  const iid = changes.iid ?? 1;
  const labels = ['type::customer-feedback', 'area::ai', 'feedback-type::enhancement', 'impact::major'];
  const card: Card = {
    id: 7000 + iid,
    iid,
    projectId: 7,
    title: 'Acme wants reviewers',
    description: '',
    state: 'opened',
    confidential: true,
    createdAt: monday,
    updatedAt: monday,
    author: user('sam'),
    assignees: [],
    labels: [...labels, 'feedback::new'],
    webUrl: `https://gitlab.example.com/acme/sme-desk/-/issues/${iid}`,
    labelEvents: [],
    comments: [],
    record: null,
    surplus: [],
    reactions: [],
    ...changes,
  };
  return { card, form: feedbackForm(form), areaKey };
}

/** Groups of cards by number, the head first; every other card is alone. */
export function groupedAs(...lists: readonly (readonly number[])[]): Groups {
  const of = (iid: number): readonly number[] => lists.find((list) => list.includes(iid)) ?? [iid];
  return { headOf: (iid) => of(iid)[0] ?? iid, membersOf: of };
}

/** The world around some cards, on the day they were opened. */
export function boardOf(
  cards: readonly CardView[],
  changes: {
    readonly now?: Instant;
    readonly config?: Config;
    readonly groups?: Groups;
    readonly scores?: Scores;
    readonly labels?: readonly LabelFacts[];
    readonly productIssues?: readonly ProductIssueFacts[];
    readonly people?: Readonly<Record<string, Partial<Person>>>;
  } = {},
): BoardContext {
  return {
    config: changes.config ?? config,
    now: changes.now ?? monday,
    desk: { ...desk, ids: [desk.id] },
    project: { id: 7, path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
    labels: changes.labels ?? boardLabels,
    directory: directoryOf(people(changes.people)),
    cards,
    groups: changes.groups ?? groupedAs(),
    scores: changes.scores ?? { kind: 'off' },
    productIssues: changes.productIssues ?? [],
  };
}

/** What somebody does to the labels of a card. */
export interface Click {
  readonly by: string | null;
  readonly add?: string;
  readonly remove?: readonly string[];
  readonly at?: Instant;
}

/** The card after a click, with an event for each label, as GitLab writes them: what is added before what is taken off. */
export function clicked(view: CardView, { by, add, remove = [], at }: Click): CardView {
  const { card } = view;
  const added = add === undefined || card.labels.includes(add) ? [] : [add];
  const removed = remove.filter((label) => card.labels.includes(label) && label !== add);
  let id = lastEventId(card.labelEvents);
  const eventOf = (action: LabelEvent['action'], name: string): LabelEvent => {
    id += 1;
    const label = { id: boardLabels.find((each) => each.name === name)?.id ?? 999, name };
    return { id, action, label, at: at ?? monday + id * hour, user: by === null ? null : user(by) };
  };
  const events = [
    ...added.map((name) => eventOf('add', name)),
    ...removed.map((name) => eventOf('remove', name)),
  ];
  return {
    ...view,
    card: {
      ...card,
      labels: [...card.labels.filter((label) => !removed.includes(label)), ...added],
      labelEvents: [...card.labelEvents, ...events],
    },
  };
}

/** The card moved as with GitLab Premium: the other labels of the scope go with the click. */
export function movedTo(view: CardView, to: CardStatus, by: string | null, at?: Instant): CardView {
  const remove = view.card.labels.filter((label) => label.startsWith('feedback::'));
  return clicked(view, { by, add: `feedback::${to}`, remove, ...(at === undefined ? {} : { at }) });
}

/** The card with a comment that people can read; a key makes it one of the desk's. */
export function commented(
  view: CardView,
  {
    by = 'desk',
    key = null,
    at = monday,
    internal = false,
  }: { by?: string; key?: string | null; at?: Instant; internal?: boolean },
): CardView {
  const { comments } = view.card;
  const id = 1 + comments.reduce((highest, each) => Math.max(highest, each.id), 8000);
  const comment = { id, author: user(by).id, at, key, internal };
  return { ...view, card: { ...view.card, comments: [...comments, comment] } };
}

/** The card after the desk has carried out a wish, in full or the change of labels only, without its record. */
export function granted(view: CardView, wish: CardWish, at: Instant = monday, comments = true): CardView {
  const [first, ...rest] = wish.add ?? [];
  const change = { by: 'desk', remove: wish.remove ?? [], at };
  let after = clicked(view, first === undefined ? change : { ...change, add: first });
  for (const add of rest) after = clicked(after, { by: 'desk', add, at });
  for (const { key } of comments ? (wish.comments ?? []) : []) after = commented(after, { key, at });
  return after;
}

/** The card with the record that the desk writes of it now. */
export function recorded(view: CardView, context: BoardContext): CardView {
  const { record: value } = cardRecordOf(view, { ...context, cards: [view] }, []);
  return { ...view, card: { ...view.card, record: { note: 9000, version: '', value } } };
}
