import type { CollateralItem, FeedbackItem, ItemHistory } from '../../../src/domain/metrics/facts.ts';
import type { LabelEvent } from '../../../src/domain/snapshot.ts';
import { copiedEvent, labelEvent, walk, written } from './label-events.ts';
import { later, moment, mostlyPeople, type Setting } from './setting.ts';

/** The values of one scope that a card goes through, forwards or any way. */
function moves(
  setting: Setting,
  scope: string,
  values: readonly string[],
  submittedAt: number,
): LabelEvent[] {
  const { dice } = setting;
  let at = submittedAt;
  const wanted = dice.chance(0.7)
    ? values.slice(0, dice.whole(0, values.length))
    : Array.from({ length: dice.whole(0, 6) }, () => dice.one(values));
  const steps = wanted.map((value, index) => {
    at = index === 0 ? at : later(setting, at);
    return { value, at, user: mostlyPeople(setting) };
  });
  return walk(setting, scope, steps);
}

function item(setting: Setting, iid: number, scope: string, values: readonly string[]): ItemHistory {
  const { dice, config, to } = setting;
  const submittedAt = moment(setting);
  const areas = [...config.areas.map(({ key }) => key), 'other', 'basketry'];
  const events = moves(setting, scope, values, submittedAt);
  const changed = dice.chance(0.5)
    ? moves(setting, 'area', [dice.one(areas), dice.one(areas)], submittedAt)
    : [];
  const copied = dice.chance(0.1) ? [copiedEvent(setting, `${scope}::${dice.one(values)}`, submittedAt)] : [];
  const at = later(setting, submittedAt);
  const stray = dice.chance(0.2) && at < to ? [labelEvent(setting, 'add', 'bug', at, null)] : [];
  return {
    iid,
    areaKey: dice.one(areas),
    submittedAt,
    labelEvents: [...written(setting, [...events, ...changed, ...stray]), ...copied],
    stateEvents: [],
  };
}

const columns = ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined'];

/** A piece of feedback that names some of so many requests, or one that is gone. */
export function wildFeedback(setting: Setting, iid: number, requests: number): FeedbackItem {
  const { dice } = setting;
  const named = Array.from({ length: dice.whole(0, 3) }, () => dice.whole(1, requests + 1));
  return { ...item(setting, iid, 'feedback', columns), requests: named };
}

/** A training, an article, or something without a kind. */
export function wildCollateral(setting: Setting, iid: number): CollateralItem {
  const { dice, config } = setting;
  const kinds = [...config.collateral.kinds.map(({ key }) => key), 'song'];
  const base = item(setting, iid, 'collateral', ['requested', 'in-progress', 'published', 'stale']);
  const changed = dice.chance(0.3)
    ? moves(setting, 'collateral-kind', [dice.one(kinds), dice.one(kinds)], base.submittedAt)
    : [];
  return {
    ...base,
    labelEvents: [...base.labelEvents, ...written(setting, changed)],
    kindKey: dice.chance(0.8) ? dice.one(kinds) : null,
    owners: dice.chance(0.8) ? [dice.one(['ines', 'Jonas', 'mei', 'nobody'])] : [],
  };
}
