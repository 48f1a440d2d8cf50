import { type Moment, someMoment, startOf } from './moment.ts';
import type { Random } from './random.ts';

/** A choice out of a list: a name as the form prints it, or a text behind *Other*. */
export interface Chosen {
  readonly key: string;
  readonly name: string;
  readonly other: string | null;
}

/** What a person wants to say with a form, before it is written down. Null: nothing about this. */
export interface Intent {
  /** 15 characters. */
  readonly opportunity: string;
  readonly opportunityName: string | null;
  readonly accountName: string | null;
  readonly closeDate: Moment | null;
  readonly area: Chosen;
  readonly engagement: Chosen;
  readonly dates: readonly [Moment, ...Moment[]];
  readonly series: boolean;
  readonly minutes: number;
  readonly channel: string | null;
  readonly description: string;
  readonly questions: readonly [string, ...string[]];
  readonly role: Chosen | null;
  readonly region: Chosen | null;
  readonly fastTrackReason: string | null;
}

function choice(key: string, name: string): Chosen {
  return { key, name, other: null };
}

/** The areas of the example program. */
const areas = [
  choice('ai', 'AI'),
  choice('appsec', 'Security'),
  choice('agile', 'Agile'),
  choice('dedicated', 'Dedicated'),
  choice('cicd', 'CI/CD'),
  choice('observability', 'Observability'),
  choice('embedded', 'Embedded'),
] as const;
const engagements = [
  choice('Customer Demo', 'Customer Demo'),
  choice('Technical Presentation', 'Technical Presentation'),
  choice('Architecture Review', 'Architecture Review'),
  choice('Technical Close Plan review', 'Technical Close Plan review'),
  choice('Customer Success Plan review', 'Customer Success Plan review'),
  choice('Workshop', 'Workshop'),
] as const;
const roles = [choice('account-sa', 'Account SA'), choice('sa-leader', 'SA Leader')] as const;
const regions = [choice('emea', 'EMEA'), choice('amer', 'AMER'), choice('apac', 'APAC')] as const;

const customers = [
  'Acme',
  'Globex',
  'Müller & Söhne',
  'Société Générique',
  'O’Neill Freight',
  'Nordlicht AG',
] as const;
const deals = [
  'renewal',
  'Ultimate upgrade 2027',
  'platform consolidation',
  'Duo add-on',
  '+500 seats',
] as const;

const descriptions = [
  'They move 400 pipelines from Jenkins and want to see how components replace shared libraries.',
  'The customer compares our suggestions with a tool they already have. Security wants to know what leaves the network.',
  'Air-gapped installation, two sites. Geo is set up but failover takes 40 minutes; they ask for 10.',
  'Planning: 60 teams, SAFe, today in another tool. They want epics, iterations and a roadmap in one place.',
  'Renewal at risk. The new CTO has seen a demo of a competitor and asks for a technical answer by the end of the month.',
  'Regulated bank: audit events, separation of duties and a signed build chain are needed before they can go on.',
] as const;
const questions = [
  'Which models can run in their own cloud?',
  'How do we size runners for 400 pipelines?',
  'What is the migration path from 16.11 to the current version?',
  'Is there a reference architecture for 5,000 users?',
  'Can merge trains and monorepos work together?',
  'How long are audit events kept, and can they be streamed to Splunk?',
] as const;
const reasons = [
  'The board decides on Thursday.',
  'Their freeze begins next week and the trial ends before.',
  'A competitor presents in two days.',
] as const;

const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = 'abcdefghijkmnopqrstuvwxyz';

/** An id of an opportunity as Salesforce makes them: capitals and small letters differ. */
export function someId(random: Random): string {
  const letter = (from: string): string => from.charAt(random.below(from.length));
  const digits = String(100_000 + random.below(899_999));
  return `006${letter(capitals)}${letter(letters)}00${digits}${letter(capitals)}${letter(letters)}`;
}

const suffixLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18 characters of an id: the last three tell which of the others are capitals. */
export function longId(short: string): string {
  const groups = [short.slice(0, 5), short.slice(5, 10), short.slice(10, 15)];
  const codes = groups.map((group) =>
    [...group].reduce((sum, each, place) => sum + (/[A-Z]/.test(each) ? 1 << place : 0), 0),
  );
  return short + codes.map((code) => suffixLetters.charAt(code)).join('');
}

function distinct<T>(random: Random, from: readonly [T, ...T[]], most: number): [T, ...T[]] {
  const [first = from[0], ...rest] = random.shuffled(from);
  return [first, ...rest.slice(0, random.below(most))];
}

function someDates(random: Random): [Moment, ...Moment[]] {
  const first = someMoment(random);
  const others = [someMoment(random), someMoment(random)].slice(0, random.below(3));
  const starts = new Set([startOf(first)]);
  const kept = others.filter((each) => !starts.has(startOf(each)) && starts.add(startOf(each)));
  return [first, ...kept];
}

/** What somebody wants, different for each seed. */
export function someIntent(random: Random): Intent {
  const customer = random.pick(customers);
  const other = (text: string): Chosen => ({ key: 'other', name: 'Other', other: text });
  const dates = someDates(random);
  return {
    opportunity: someId(random),
    opportunityName: random.chance(50) ? `${customer} ${random.pick(deals)}` : null,
    accountName: random.chance(50) ? customer : null,
    closeDate: random.chance(40) ? { ...someMoment(random), time: null, place: null } : null,
    area: random.chance(12)
      ? other(random.pick(['Kubernetes agents', 'Package registry']))
      : random.pick(areas),
    engagement: random.chance(12)
      ? other(random.pick(['Hackathon', 'RFP answers']))
      : random.pick(engagements),
    dates,
    series: dates.length > 1 && random.chance(25),
    minutes: random.pick([30, 45, 60, 90, 120, 180, 240, 480, 960]),
    channel: random.chance(60) ? random.pick(['opp-acme', 'opp-globex-renewal', 'opp_nordlicht']) : null,
    description: random.pick(descriptions),
    questions: distinct(random, questions, 3),
    role: random.chance(50) ? random.pick(roles) : null,
    region: random.chance(50) ? random.pick(regions) : null,
    fastTrackReason: random.chance(20) ? random.pick(reasons) : null,
  };
}
