import type { Finding } from '../finding.ts';
import { issueIn, lookedAt, type Memory } from '../memory.ts';
import { leadsOf, managersOf, type Program } from '../program.ts';
import { areaOf, type DeskComment, projectIn, type Run, usernameIn, written } from '../see.ts';
import { askersOn } from './told.ts';

/** No customer, opportunity or amount stands anywhere but in what people have written on confidential issues. */
export function leaks(_: Memory, run: Run): Finding[] {
  const { program, after } = run;
  const amounts = amountsOf(program);
  const all = anyOf([...program.names, ...amounts]);
  const amount = anyOf(amounts);
  const project = projectIn(after);
  const messages = after.slack.conversations.flatMap((each) =>
    each.messages.filter(({ user, ts }) => user === program.deskInSlack && Number(ts) * 1000 >= run.at),
  );
  const own = Object.values(project.issues).filter(({ authorId }) => authorId === program.desk);
  return [
    ...project.wiki.flatMap(({ slug, title, content }) => leak(`wiki ${slug}`, `${title}\n${content}`, all)),
    ...messages.flatMap(({ text, blocks }) => leak('Slack', `${text}${JSON.stringify(blocks)}`, all)),
    ...own.flatMap(({ iid, title, description, confidential }) => [
      ...leak(`the title of #${iid}`, title, all),
      // An agenda quotes what people have written, and no amounts; it is confidential.
      ...leak(`#${iid} of the desk`, description ?? '', confidential ? amount : all),
    ]),
    ...lookedAt(run).flatMap(({ iid }) =>
      written(run, issueIn(after, iid)).flatMap(({ text }) => leak(`a comment on #${iid}`, text, all)),
    ),
  ];
}

function leak(where: string, text: string, words: RegExp): Finding[] {
  const found = words.exec(text)?.[0];
  return found === undefined ? [] : [{ law: 'leak', what: `${where} says “${found}”` }];
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replaceAll('.', '\\.')).join('|'), 'i');
}

/** Amounts as people write them. */
function amountsOf({ amounts }: Program): string[] {
  return amounts.flatMap((digits) => {
    const grouped = (by: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, by);
    return [digits, grouped(','), grouped('.'), grouped(' ')];
  });
}

/** Who is called upon is who is meant, in comments, in issues and in Slack. */
export function mentions(memory: Memory, run: Run): Finding[] {
  const comments = lookedAt(run).flatMap(({ iid }) =>
    written(run, issueIn(run.after, iid)).flatMap((comment): Finding[] => {
      const meant = meantBy(memory, run, iid, comment);
      const others = called(comment.text).filter((each) => !meant.includes(each));
      return others.length === 0
        ? []
        : [{ law: 'mentions', card: iid, what: `“${comment.key}” calls upon ${others.join(', ')}` }];
    }),
  );
  const before = projectIn(run.before);
  const opened = Object.values(projectIn(run.after).issues).filter(
    ({ iid, authorId }) => authorId === run.program.desk && before.issues[iid] === undefined,
  );
  const inIssues = opened.flatMap(({ iid, description }): Finding[] => {
    const others = called(description ?? '');
    return others.length === 0
      ? []
      : [{ law: 'mentions', card: iid, what: `an agenda calls upon ${others.join(', ')}` }];
  });
  const inSlack = run.after.slack.conversations.flatMap(({ id, messages }) =>
    messages
      .filter(
        ({ user, text }) => user === run.program.deskInSlack && /Feedback #/.test(text) && /<[@!]/.test(text),
      )
      .map((): Finding => ({ law: 'mentions', what: `a message in ${id} calls upon somebody` })),
  );
  return [...comments, ...inIssues, ...inSlack];
}

/** Usernames that a text calls upon: not those in code. */
function called(text: string): string[] {
  const plain = text.replace(/`[^`\n]*`/g, '');
  return [...plain.matchAll(/(?<![\w\\/.@-])@([\w][\w.-]*)/g)].map((match) =>
    (match[1] ?? '').replace(/\.$/, ''),
  );
}

function meantBy(memory: Memory, run: Run, card: number, { key }: DeskComment): readonly string[] {
  const issue = issueIn(run.before, card);
  const area = areaOf(run.before, issue, run.program);
  const [kind = '', value = ''] = key.split(':');
  switch (kind) {
    case 'status':
    case 'problems':
      return askersOn(memory, run, card);
    case 'not-a-mover':
      return [usernameIn(run.before, Number(value))];
    case 'reason':
      return [usernameIn(run.before, memory.get(card)?.move?.click.by ?? 0)];
    case 'stale':
      return value === 'new' ? leadsOf(run.program, area) : managersOf(run.program, area);
    case 'product-closed':
      return managersOf(run.program, area);
    default:
      return [];
  }
}
