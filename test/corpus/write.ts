import type { Written } from './dates.ts';
import type { Intent } from './intent.ts';
import type { Pen } from './pen.ts';
import type { Random } from './random.ts';
import { type Section, sections } from './template.ts';

/** A field of the form with what somebody has written into it. */
export interface Answer extends Section {
  readonly body: string;
  /** False: nobody could know for certain what is meant, so it has to be asked. */
  readonly sure: boolean;
}

/** The heading of the box that makes several dates one series. */
const seriesHeading = 'Series of dates';

function emptyBoxes(section: Section): string {
  return section.boxes.map((name) => `- [ ] ${name}`).join('\n');
}

/** What is written under a heading; null: the person has nothing to say there. */
function written(random: Random, section: Section, intent: Intent, pen: Pen): string | Written | null {
  const box = section.boxes[0] ?? '';
  const choice = (chosen: Intent['role']) =>
    chosen === null ? null : pen.choice(random, section.boxes, chosen);
  switch (section.heading) {
    case 'Opportunity ID or link':
      return pen.opportunity(random, intent.opportunity);
    case 'Opportunity name':
      return intent.opportunityName;
    case 'Account name':
      return intent.accountName;
    case 'Expected close date':
      return intent.closeDate === null ? null : pen.date(random, intent.closeDate);
    case 'Area of expertise':
      return choice(intent.area);
    case 'Type of engagement':
      return choice(intent.engagement);
    case 'Proposed dates':
      return someDates(random, intent, pen);
    case seriesHeading:
      return intent.series ? pen.tick(random, box) : null;
    case 'Expected duration':
      return pen.duration(random, intent.minutes);
    case 'Slack channel of the opportunity':
      return intent.channel === null ? null : pen.channel(random, intent.channel);
    case 'Description':
      return pen.prose(random, intent.description);
    case 'Questions for the SME':
      return pen.list(random, intent.questions);
    case 'Your role':
      return choice(intent.role);
    case 'Your region':
      return choice(intent.region);
    case 'Your name':
      return random.pick(['Sam Okoye', 'Inés Muñoz', 'Jürgen Groß']);
    case 'Your e-mail':
      return random.pick(['sam@example.com', 'Sam Okoye <sam@example.com>']);
    case 'Your phone':
      return random.pick(['+34 600 000 000', '0049 30 1234567', '']);
    case 'Links and attachments':
      return random.pick(['', 'https://docs.example.com/deck/2026-12-01', 'slides.pdf, notes of 1/2/2026']);
    case 'Fast track':
      return intent.fastTrackReason === null ? null : pen.tick(random, box);
    case 'Reason for fast track':
      return intent.fastTrackReason === null ? null : pen.prose(random, intent.fastTrackReason);
    case 'I confirm':
      return pen.tick(random, box);
    default:
      throw new Error(`the form has a field that no writer knows: ${section.heading}`);
  }
}

function someDates(random: Random, intent: Intent, pen: Pen): Written {
  const each = intent.dates.map((moment) => pen.date(random, moment));
  const text = pen.dates(
    random,
    each.map((one) => one.text),
    intent.series,
  );
  return { text, sure: each.every(({ sure }) => sure) };
}

/** Every field of the form in its order, filled in by this pen. */
export function answers(random: Random, intent: Intent, pen: Pen): readonly Answer[] {
  return sections.map((section) => {
    const said = written(random, section, intent, pen);
    if (said === null || said === '') {
      return { ...section, body: emptyBoxes(section) || pen.nothing(random), sure: true };
    }
    const { text, sure } = typeof said === 'string' ? { text: said, sure: true } : said;
    return { ...section, body: text, sure };
  });
}
