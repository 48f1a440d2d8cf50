import { createHash } from 'node:crypto';
import {
  type Candidate,
  candidateOf,
  hoursWanted,
  type Ineligible,
  type Supply,
  type Wish,
} from './eligibility.ts';
import { type Engagement, engagementsOf, type Window } from './engagement.ts';

/** Who takes a request, when, and on what grounds. */
export interface Chosen {
  readonly kind: 'chosen';
  readonly username: string;
  readonly window: Window;
  readonly hours: number;
  readonly candidates: readonly Candidate[];
}

/** Nobody can take it, and what rules how many out. */
export interface Nobody {
  readonly kind: 'nobody';
  readonly candidates: readonly Candidate[];
}

export type Choice = Chosen | Nobody;

type Eligible = Extract<Candidate, { kind: 'eligible' }>;

/**
 * Chooses for all wishes in their order; who is chosen counts as taken for the next one. Eligible first, then an
 * SME before an associate, inside working hours before outside, least load, and a stable draw that depends on
 * the issue and the person alone (`docs/rules.md#assignment`).
 */
export function chooseForAll(wishes: readonly Wish[], supply: Supply): Map<number, Choice> {
  const choices = new Map<number, Choice>();
  const taken: Engagement[] = [...supply.engagements];
  for (const wish of wishes) {
    const choice = chooseOne(wish, { ...supply, engagements: taken });
    choices.set(wish.issue, choice);
    if (choice.kind === 'nobody') continue;
    const { window, hours } = choice;
    taken.push(...engagementsOf(wish.issue, choice.username, { ...window, hours }));
  }
  return choices;
}

function chooseOne(wish: Wish, supply: Supply): Choice {
  const candidates = supply.config.roster.map((sme) => candidateOf(sme, wish, supply));
  const [best] = ranked(candidates, wish);
  if (best === undefined) return { kind: 'nobody', candidates };
  return {
    kind: 'chosen',
    username: best.sme.gitlab,
    window: best.window,
    hours: hoursWanted(supply.config, wish),
    candidates,
  };
}

/** Those of some candidates who could take a request, the one to choose first. */
export function ranked(candidates: readonly Candidate[], wish: Pick<Wish, 'issue'>): Eligible[] {
  const eligible = candidates.filter((each): each is Eligible => each.kind === 'eligible');
  return eligible.sort((a, b) => compare(a, b, wish));
}

function compare(a: Eligible, b: Eligible, wish: Pick<Wish, 'issue'>): number {
  return (
    Number(a.level === 'associate') - Number(b.level === 'associate') ||
    Number(a.window.outside) - Number(b.window.outside) ||
    a.load - b.load ||
    draw(wish.issue, a.sme.gitlab).localeCompare(draw(wish.issue, b.sme.gitlab), 'en')
  );
}

/** A draw that nobody can steer and everybody can repeat. */
function draw(issue: number, username: string): string {
  return createHash('sha256').update(`${issue}:${username}`).digest('hex');
}

/** How many people each reason rules out, for the sentence everybody may read. */
export function countReasons(candidates: readonly Candidate[]): Map<Ineligible, number> {
  const counts = new Map<Ineligible, number>();
  for (const each of candidates) {
    if (each.kind === 'eligible' || each.reason === 'not in the area') continue;
    counts.set(each.reason, (counts.get(each.reason) ?? 0) + 1);
  }
  return counts;
}
