import type { Area, Config, Span } from '../../config/types.ts';
import { spanName } from '../../domain/notifications/words.ts';
import { escapeMarkdown } from '../escape.ts';
import { markdownTable } from '../markdown-table.ts';

/**
 * The wiki page `engage-pm`: what goes to SMEs first and what to product managers directly, who they are, and how
 * answers come back. Made from the configuration alone, so that it changes only with it.
 */
export function engagePmPage({ areas, feedback, program }: Config): string {
  const formal = areas.filter(({ tier }) => tier === 'formal');
  const others = areas.filter(({ tier }) => tier !== 'formal');
  const parts = [
    '**Ask an SME what the product does; ask product management what it will do.** An SME cannot say what will be released, or when, and nothing they say binds anybody.',
    '## To SMEs first',
    toSmes,
    'Ask for one with a request: the link stands on [home](/home).',
    '## To product managers directly',
    toManagers,
    'Where you do not know which of the two it is, ask an SME: they hand on what is not theirs to answer.',
    '## Who they are',
    ...(formal.length === 0 ? ['No area is formal yet.'] : [managersTable(formal)]),
    `Where an area has no product manager, ask its lead first: they know whom to go to. Nobody there either: the program leads (${names(program.leads)}).`,
    ...(others.length === 0
      ? []
      : [`Areas of interest: ${others.map(leadOf).join('; ')}. Ask the lead first.`]),
    '## What a customer has said',
    ...feedbackParts(feedback.tellAfter),
    `See also: ${formal.map(({ key, name }) => `[top requests in ${escapeMarkdown(name)}](/feedback/${key}) · `).join('')}[Improvements](/feedback/improvements) · [home](/home).`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const toSmes = `- How something is done, and best practice
- Demos, workshops, architecture and sizing
- What the product does today, its limits and known behaviour
- Comparison with what the customer has, and with competitors
- Proofs of concept: what to show, and how`;

const toManagers = `- Roadmap: what is planned, for whom, and what is not
- Dates of releases, of general availability and of end of life
- Commitments to a customer, in writing or not
- Exceptions: limits, prices, support, anything that the product does not offer to everybody
- Early access and betas for one customer
- A customer who wants to talk to product management themselves`;

function managersTable(areas: readonly Area[]): string {
  const rows = areas.map(({ name, productManagers, leads }) => [
    escapeMarkdown(name),
    productManagers.length === 0 ? 'nobody yet: ask the lead' : names(productManagers),
    names(leads),
  ]);
  return markdownTable(['Area', 'Product managers', 'Leads'], rows);
}

function feedbackParts(tellAfter: Span): string[] {
  return [
    'Open customer feedback, one issue for each ask: the link stands on [home](/home). It is confidential. Product managers, and the leads and SMEs of the area, move it over the board.',
    `You hear of each new status by a comment on your card that calls upon you, and where the program uses Slack in one direct message a day. *Resolved* and *Declined* are told after ${spanName(tellAfter)}; a decline comes with its reason. To ask how it stands, comment on the card.`,
    'A roadmap statement for a customer is not feedback: ask the product managers above, and name the request.',
  ];
}

function leadOf({ name, leads }: Area): string {
  return `${escapeMarkdown(name)} (${names(leads)})`;
}

// In code, so that the page mentions nobody; GitLab's usernames hold no backtick.
function names(usernames: readonly string[]): string {
  return usernames.length === 0 ? '–' : usernames.map((name) => `\`${name}\``).join(', ');
}
