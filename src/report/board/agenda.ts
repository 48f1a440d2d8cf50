import type { Area } from '../../config/types.ts';
import type { CardView } from '../../domain/board/card.ts';
import { statusNames } from '../../domain/board/standing/status-names.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/format-instant.ts';
import { escapeMarkdown } from '../../domain/markdown/escape-markdown.ts';
import { shortText } from '../../domain/markdown/table-cell.ts';
import type { Instant } from '../../domain/snapshot.ts';
import type { BoardFacts } from './board-facts.ts';
import type { Ask } from './top-requests.ts';

/** One monthly meeting of an area. Its agenda stands in a confidential issue, so titles and excerpts may be in it. */
export interface Meeting {
  readonly area: Area;
  /** The day it is held on, as an instant of it. */
  readonly on: Instant;
  /** When the day of the one before began. */
  readonly since: Instant;
}

/** How many lines a section has at most; the board has the rest. */
const mostLines = 30;

/** A section of an agenda with its lines as a list, or the sentence that there is nothing. */
export function agendaSection(title: string, lines: readonly string[], nothing: string): string {
  if (lines.length === 0) return `## ${title}\n\n${nothing}`;
  const more = lines.length - mostLines;
  const shown = [...lines.slice(0, mostLines), ...(more > 0 ? [`- … and ${more} more on the board`] : [])];
  return `## ${title}\n\n${shown.join('\n')}`;
}

/** What a meeting is, in its first sentence. */
export function agendaOpening({ config }: BoardFacts, { area, on }: Meeting, what: string): string {
  return `**${what} of ${escapeMarkdown(area.name)} on ${formatDay(on, config.calendar.timezone)}.**`;
}

/** A day as an agenda names it. */
export function agendaDay({ config }: Pick<BoardFacts, 'config'>, at: Instant): string {
  return formatDay(at, config.calendar.timezone);
}

/** A card by number and title. Text of people never begins the line. */
export function cardLine({ card }: CardView): string {
  return `#${card.iid} ${shortText(card.title)}`;
}

/** Where a card stands, since when, and who has put it there. */
export function standingText({ config, standingOf, usernameOf }: BoardFacts, view: CardView): string {
  const { value, since, move } = standingOf(view);
  const mover = move === null ? null : usernameOf(move.by);
  const who = mover === null ? '' : `, by ${escapeMarkdown(mover)}`;
  const whose = move?.forManager === true ? ' for the product manager' : '';
  return `${statusNames[value]} since ${dayOf(config.calendar.timezone, since)}${who}${whose}`;
}

/** Why an ask stands where it does: its band and the reasons of it, and who asks. */
export function reasonsText({ score, asks, askers }: Ask): string {
  const band = score === null ? ['no band'] : [`band ${score.band}`, ...score.explanation.map(withoutStop)];
  return [...band, counted(asks, 'ask'), counted(askers, 'asker')].join('; ');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
