import { american, british, inLanguage, oneOf } from '../dates.ts';
import { languages } from '../languages.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, copiedId, type Pen, plainDuration } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

/** What is left around words that were copied from a web page. */
function wrapped(random: Random, text: string): string {
  return random.pick([
    text,
    `<p>${text}</p>`,
    `<span style="color: rgb(0, 0, 0); font-size: 12pt">${text}</span>`,
    `<b>${text}</b>`,
    `<strong>${text}</strong><br>`,
    `${text}<br/>`,
    `<div>${text}</div>`,
    `<font face="Calibri">${text}</font>`,
    text.replaceAll(' ', '&nbsp;'),
    `<td>${text}</td>`,
    `<code>${text}</code>`,
  ]);
}

function htmlList(random: Random, items: readonly string[]): string {
  return random.pick([
    `<ul>\n${items.map((each) => `<li>${each}</li>`).join('\n')}\n</ul>`,
    items.join('<br>'),
    items.join('<br />\n'),
    items.map((each) => `- ${wrapped(random, each)}`).join('\n'),
    items.map((each) => `<p>${each}</p>`).join('\n\n'),
  ]);
}

const pen: Pen = {
  ...carefulPen,
  date: oneOf(british, american, inLanguage(languages[0])),
  dates: (random, dates) => htmlList(random, dates),
  opportunity: (random, short) => ({
    text: random.pick([
      `<a href="https://acme.lightning.force.com/lightning/r/Opportunity/${short}/view">Acme renewal</a>`,
      wrapped(random, copiedId(random, short)),
      `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.lightning.force.com%2Flightning%2Fr%2FOpportunity%2F${short}%2Fview&amp;data=05%7C01%7Csam&amp;reserved=0`,
    ]),
    sure: true,
  }),
  duration: (random, minutes) => ({ text: wrapped(random, plainDuration(random, minutes)), sure: true }),
  channel: (random, name) => wrapped(random, `#${name}`),
  choice: (random, offered, chosen) =>
    random.chance(40)
      ? wrapped(random, chosen.other === null ? chosen.name.replace('&', '&amp;') : `Other: ${chosen.other}`)
      : carefulPen.choice(random, offered, chosen),
  prose: (random, text) => random.pick([`<p>${text}</p>`, `${text}<br>`, `<div>${text}</div>`]),
  list: (random, items) => htmlList(random, items),
  nothing: (random) => random.pick(['', '<br>', '<p></p>', '&nbsp;', '<p>&nbsp;</p>']),
};

const layout: Layout = (random, answers) => {
  const title = random.pick([
    (text: string) => `### ${text}`,
    (text: string) => `### <b>${text}</b>`,
    (text: string) => `<h3>${text}</h3>`,
    (text: string) => `<b>${text}</b>`,
    (text: string) => `### ${text}<br>`,
  ]);
  const text = answers.map(({ heading, body }) => `${title(heading)}\n\n${body}\n`).join('\n');
  return { text, left: [] };
};

/** Pastes from a web page or from a mail with formatting. */
export const html: Writer = { name: 'HTML', pen, layout };
