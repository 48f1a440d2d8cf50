import { stemmer } from 'stemmer';

/** Words that say nothing about what is asked: they are not looked at. */
const empty = wordSet(`
  a about after again all also an and any are as at be because been before but by can cannot could day do does each
  every few for from get gets give had has have he her his how i if in into is it its just let like made make many may
  me might more most much must my need needed needs no nobody none not nothing now of off often on once one only or
  other our out over own same say see sees seen should so some somebody still such than that the their them then there
  these they this those through to too two up us use used uses using very was way we were what when where which while
  who whole will with within without work works would yet you your today customer customers gitlab want wants wish able
  allow possible support new`);

/**
 * Words of the product that half of all feedback is made of: they say where something is missing more than what, and
 * on a young board there are too few cards to find that out by counting.
 */
const ofTheProduct = wordSet(`
  merge request requests pipeline pipelines job jobs ci cd runner runners project projects group groups issue issues
  epic epics duo dedicated ai user users team teams developer developers report view show list page instance self
  managed code security scan scanning scanner tenant policy policies data feature features time file files add board
  release environment environments number artifact artifacts registry package packages container image images
  vulnerability vulnerabilities finding findings dependency dependencies dashboard chat suggestion suggestions agent
  agents model models seat seats role roles permission permissions token tokens access api wiki template templates
  service desk milestone milestones iteration roadmap deployment deployments branch branches tag tags commit commits
  repository repositories variable variables sast dast secret switchboard label labels log logs audit event events test
  tests production approval approvals`);

/** What is often written short. */
const inFull: ReadonlyMap<string, readonly string[]> = new Map([
  ['admin', ['administrator']],
  ['config', ['configuration']],
  ['docs', ['documentation']],
  ['env', ['environment']],
  ['k8s', ['kubernetes']],
  ['llm', ['model']],
  ['mail', ['email']],
  ['mails', ['email']],
  ['mr', ['merge', 'request']],
  ['mrs', ['merge', 'request']],
  ['repo', ['repository']],
  ['repos', ['repository']],
  ['vuln', ['vulnerability']],
]);

const productStems = new Set([...ofTheProduct].map((word) => stemmer(word)));

/** The words of a text, as written, without what stands between them; `e-mail` and `pre-set` are one word. */
export function wordsOf(text: string): string[] {
  const joined = text.normalize('NFKC').replace(/\b(e|self|pre|non|multi)-(?=\p{L})/giu, '$1');
  return joined.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stems a word stands for: none for a word that says nothing, several for an abbreviation. */
export function stemsOf(word: string): string[] {
  const lower = word.toLowerCase();
  if (lower.length < 2 || empty.has(lower)) return [];
  return (inFull.get(lower) ?? [lower]).map((each) => stemmer(each));
}

/** Whether a stem is a word of the product: it says where something is missing more than what. */
export function isProductStem(stem: string): boolean {
  return productStems.has(stem);
}

function wordSet(words: string): Set<string> {
  return new Set(words.trim().split(/\s+/));
}
