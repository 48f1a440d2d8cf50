/** Words from their first to their last letter in whatever alphabet: `\b` knows only English. */
function words(alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Some words in between: bounded, so that looking through a text stays linear in its length. */
const gap = '.{0,90}?';
const some = `(?: ${gap})?`;

const things =
  '(?:features?|capabilit(?:y|ies)|functionality|releases?|support|integrations?|fix(?:es)?|versions?)';
const done =
  '(?:(?:generally )?available|availability|released?|supported|support|ship(?:ped|s)?|delivered?|launch(?:ed)?|land|out|com(?:e|ing)|fix(?:ed)?|added?|ga)';
const roadmap = '(?:road[ -]?map|release (?:date|timeline|schedule|plan)|timeline|target date|eta)s?';
const will = '(?:will|is|are|does|do|can|could|should|would)';
const theirs = "(?:their|his|her|customer(?:s|'s|s')?|client(?:s|'s|s')?)";
const planning = '(?:epics?|boards?|milestones?|iterations?|portfolios?)';
const project =
  '(?:migration|migración|adoption|transformation|implementation|rollout|onboarding|enablement|upgrade|go-live)';
const appointment =
  '(?:meeting|reunión|réunion|call|demo|session|workshop|training|visit|recording|slides|poc|pov|trial|contract|renewal)';

const english = [
  'road[ -]?maps?',
  'release (?:dates?|timelines?|schedules?|plans?)',
  'ga (?:dates?|timelines?|targets?)',
  'general availability',
  '(?:eta|timelines?|timeframes?|target dates?) (?:for|of)',
  `when ${gap}will(?: be)? ${done}`,
  `(?:when|how soon)(?: exactly)? ${will}${some} ${done}`,
  'when (?:can|could|should|may) (?:we|customers) (?:expect|see|get|use|have)',
  '(?:which|what) (?:release|version|milestone|quarter) (?:will|is|are)',
  `(?:is|are|isn't|aren't) ${gap}(?:planned|scheduled)`,
  `${things} (?:is |are )?(?:planned|scheduled) for`,
  `(?:are there|is there|any|have) (?:any |a )?plans? (?:to|for)${some} (?:support\\w*|add\\w*|releas\\w*|ship\\w*|deprecat\\w*|remov\\w*|fix\\w*|exten\\w*|build\\w*|offer\\w*)`,
  '(?:does gitlab|do we|do you) plan to|(?:is gitlab|are we|are you) planning to',
  `(?:upcoming|future)(?: [\\p{L}-]+)? ${things}|(?:in|with) the next (?:release|version)`,
  "what(?:'s| is) (?:coming|next for)",
  '(?:product|future) (?:direction|vision|plans|strategy)',
  `commit(?:ments?|s|ted)? (?:to|on|for|from|about|that)${some} (?:dates?|deliver\\w*|releas\\w*|ship\\w*|${things}|timelines?|q[1-4])`,
  '(?:binding|written|firm|contractual) (?:product )?commitments?',
];

const german = [
  '(?:release|veröffentlichungs|erscheinungs)-?(?:datum|termin|zeitpunkt)s?',
  `wann${some} (?:verfügbar|unterstützt|unterstützen|veröffentlicht|freigegeben|geliefert|erscheinen|erscheint|kommt|kommen)`,
  `(?:ist|sind)${some} (?:geplant|vorgesehen)`,
  'allgemein(?:e)? verfügbar(?:keit)?',
  'lieferzusagen?|(?:verbindliche|feste) (?:liefer)?(?:zusagen?|termine?)',
];

const spanish = [
  'hojas? de ruta|disponibilidad general',
  'fechas?(?: prevista)? de (?:lanzamiento|publicación|salida|disponibilidad)',
  `para cuándo|cuándo${some} (?:disponibles?|saldrán?|lanzarán?|soportarán?|habrá|llegarán?|publicarán?)`,
  `están?${some} (?:previst|planificad|planead)[oa]s?`,
  `compromisos? (?:de|con|sobre)${some} (?:fechas?|entrega|lanzamiento|producto)`,
];

const french = [
  'feuilles? de route|disponibilité générale',
  'dates?(?: prévue)? de (?:sortie|publication|disponibilité)',
  `quand${some} (?:disponibles?|sortir(?:a|ont)|publiée?s?|prise?s? en charge|livrée?s?|lancée?s?)`,
  `(?:est|sont)(?:-(?:il|ils|elle|elles|ce))?${some} (?:prévu|planifié)e?s?`,
  `engagements? (?:de|sur)${some} (?:dates?|livraison|sortie|produit)`,
];

/** What asks for a roadmap statement, in English, German, Spanish and French. */
export const roadmapWords: RegExp = words([...english, ...german, ...spanish, ...french]);

/**
 * What looks the same and is about somebody else's plans, about people's time, or about Git's commits. It is taken out
 * of a sentence before {@link roadmapWords} are looked for.
 */
export const otherPlans: RegExp = words([
  `${theirs}(?: own)?(?: [\\p{L}-]+){0,2}? (?:${roadmap}|releases?|${project}|go-live)`,
  `(?!gitlab's|product's)[\\p{L}\\p{N}]+'s(?: own)?(?: [\\p{L}-]+){0,2}? ${roadmap}`,
  `${project}s?(?: |-)${roadmap}`,
  `${roadmap} (?:of|for|to)(?: the| an?| our)? (?:${theirs}|${project}|${appointment})`,
  // The roadmap that GitLab itself draws of epics.
  'roadmaps? (?:views?|features?|pages?)',
  `${planning}(?:,? (?:and|with|in|an?|${planning})){1,5} roadmaps?`,
  `roadmaps? (?:and|with|of|for) ${planning}`,
  `(?:roadmap|fahrplan) (?:des kunden|der kunden|(?:der|für die|zur) migration)`,
  '(?:hoja de ruta|feuille de route) (?:del? (?:la )?|du |de la )(?:client|cliente|migración|migration)',
  'leurs? feuilles? de route',
  `(?:when|how soon)(?: exactly)? ${will} (?:you(?! (?:think|expect|plan))|your|he|she|they|i|somebody|someone|anybody|(?:the |an? |our |this |that )?(?:[\\p{L}-]+ )?(?:smes?|experts?|engineers?|colleagues?|team|${theirs}|${project}|${appointment}))(?![\\p{L}\\p{N}])${gap}${done}`,
  `(?:is|are|was|were)(?: the| an?| our| this)?(?: [\\p{L}-]+)? (?:${project}|${appointment})s?${gap} (?:planned|scheduled)`,
  `(?:${project}|${appointment})s? (?:is|are|was|were|ist|est|está)${gap} (?:planned|scheduled|geplant|prévue?|planificad[oa]|previst[oa])`,
  'git commits?|commit (?:messages?|history|hash(?:es)?)|commits? (?:to|on) (?:main|master|(?:a |the )?(?:[\\p{L}-]+ )?branch(?:es)?)',
]);
