import { cut, width, wrap } from './columns.ts';
import { dayWords, exactTime } from './demo-time.ts';
import { type Described, describeChanges } from './describe-change.ts';
import type { Happening } from './happening.ts';
import { introduce } from './introduce.ts';
import type { Paint } from './paint.ts';
import type { Said } from './said.ts';
import { restartAfter } from './start-times.ts';

/** Where the words begin, behind the times, and behind the topics of what was done. */
const margin = ' '.repeat(10);
const topicWidth = 12;

/** A teller: gives for each happening of the story the lines that tell it. */
export function storyTeller(paint: Paint): (happening: Happening) => string[] {
  let day = '';
  let told = false;
  return (happening) => {
    const heading = 'at' in happening ? dayWords(happening.at) : day;
    const isNewDay = heading !== day;
    day = heading;
    const hasRecord =
      happening.kind === 'run' &&
      happening.changes.some((each) => each.kind === 'note' && each.key === 'record');
    const explain = hasRecord && !told;
    told ||= hasRecord;
    return [
      ...(isNewDay ? ['', paint.strong(heading)] : []),
      ...tell(happening, paint),
      ...(explain
        ? [paint.faint(`${margin}The record is the one comment that always says how the request stands.`)]
        : []),
    ];
  };
}

function tell(happening: Happening, paint: Paint): string[] {
  const aside = (words: string) =>
    wrap(words, width - margin.length).map((line) => paint.faint(margin + line));
  switch (happening.kind) {
    case 'time':
      return ['', ...aside(`... ${happening.passes}`)];
    case 'person':
      return personLines(happening, paint);
    case 'webhook':
      return aside(`webhook, pipeline, should-run: "${happening.verdict}"`);
    case 'schedule':
      return aside(scheduleWords(happening));
    case 'run':
      return runLines(happening, paint);
    case 'echo':
      return aside(
        `The desk's own writes come back as ${happening.webhooks} webhooks. should-run: "${happening.verdict}".`,
      );
    case 'crash':
      return crashLines(happening, paint);
    default:
      return happening satisfies never;
  }
}

function personLines(
  { at, who, does, said }: Extract<Happening, { kind: 'person' }>,
  paint: Paint,
): string[] {
  const name = introduce(who);
  const [first = '', ...rest] = wrap(`${name} ${does}`, width - margin.length);
  const painted = first.startsWith(name) ? paint.people(name) + first.slice(name.length) : first;
  return [
    `${exactTime(at)}  ${painted}`,
    ...rest.map((line) => margin + line),
    ...said.flatMap((each) => describedLines(saidWords(each), false, paint)),
  ];
}

function saidWords(said: Said): Described {
  const { kind, issue } = said;
  const words =
    said.kind === 'comment'
      ? `on #${issue}: ${said.words}`
      : `:${said.name}: on #${issue}, “${cut(said.to, 60)}”`;
  return { topic: kind, issue, words };
}

function scheduleWords({ cron, lost }: Extract<Happening, { kind: 'schedule' }>): string {
  if (lost === 0) return `the schedule (${cron}) is due`;
  const which = lost === 1 ? 'The webhook gets' : `The ${lost} webhooks get`;
  return `${which} lost on the way. The schedule (${cron}) finds ${lost === 1 ? 'it' : 'them'} all the same.`;
}

function runLines(run: Extract<Happening, { kind: 'run' }>, paint: Paint): string[] {
  const described = describeChanges(run.changes);
  const issues = [...new Set(described.flatMap((each) => each.issue ?? []))];
  const on = issues.length === 0 ? '' : ` on ${issues.map((issue) => `#${issue}`).join(' and ')}`;
  const waited = run.waited === null ? '' : `, ${waitWords(run.waited)} later`;
  const head = `${exactTime(run.at)}  ${paint.strong('The desk')} has run ${run.script}${on}${waited}`;
  if (described.length === 0) return [`${head}: there was nothing to do.`];
  return [head, ...described.flatMap((each) => describedLines(each, issues.length > 1, paint))];
}

function waitWords(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

function describedLines({ topic, issue, words }: Described, several: boolean, paint: Paint): string[] {
  const number = several && issue !== null ? `#${issue} ` : '';
  const lines = wrap(number + words, width - margin.length - topicWidth, 3);
  return lines.map(
    (line, index) => margin + paint.faint((index === 0 ? topic : '').padEnd(topicWidth)) + line,
  );
}

function crashLines({ call, crash, at }: Extract<Happening, { kind: 'crash' }>, paint: Paint): string[] {
  const fate = crash.how === 'before' ? 'it did not arrive' : 'it arrived, its answer did not';
  const path = call.path.replace(/^\/api\/v4\/projects\/\d+/, '');
  const words = `KILLED at write ${crash.at}: ${call.method} ${path} to ${call.system}; ${fate}.`;
  const again = `Started again ${restartAfter / 1000} s later, knowing only what GitLab, Salesforce and Slack remember.`;
  return [
    ...wrap(words, width - margin.length).map((line, index) =>
      index === 0 ? `${exactTime(at)}  ${paint.bad(line)}` : margin + paint.bad(line),
    ),
    paint.faint(margin + again),
  ];
}
