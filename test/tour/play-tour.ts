import { formatInstant } from '../../src/domain/calendar/format-instant.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Beat } from '../../src/sandbox/story/standard-story.ts';
import { deskVariables, readTemplate, runDesk } from '../story/run-desk.ts';
import { seeChapter } from './see-chapter.ts';
import { seeFeedback } from './see-feedback.ts';
import { seeWiki } from './see-wiki.ts';
import { chapters } from './tour-story.ts';

const head = [
  '# A tour: one request from beginning to end',
  '',
  'What the people see at each step, in the example program that `npm start` plays in, too. Every word below was written by the desk and the people of the story in the embedded GitLab. `npm run tour` renders this page anew, and a test fails when it is not current. All customers and people are invented.',
  '',
];

/** Plays the story of the tour in a sandbox and gives the page `docs/tour.md`. */
export async function playTour(): Promise<string> {
  const sandbox = await startSandbox();
  try {
    const template = await readTemplate();
    const variables = deskVariables(sandbox.origin, 'everything on');
    const playBeat = async (beat: Beat): Promise<string[]> => {
      if (beat.kind === 'time') {
        sandbox.advance(beat.minutes * 60_000);
        return [];
      }
      const at = formatInstant(sandbox.world.clock.now, 'UTC');
      if (beat.kind === 'person') {
        await beat.act({ origin: sandbox.origin, template });
        return [`*${at}*: ${beat.who} ${beat.does}.`, ''];
      }
      const said = await runDesk(beat.script, beat.args, variables);
      if (said.code !== beat.exit)
        throw new Error(`${beat.script} ended with ${said.code}:\n${said.out}${said.err}`);
      sandbox.advance(60_000);
      return [];
    };
    await playBeat({ kind: 'desk', script: 'setup', args: ['--apply'], by: 'operator', exit: 0 });
    const lines = [...head];
    for (const [index, chapter] of chapters.entries()) {
      const before = sandbox.save();
      const acts: string[] = [];
      for (const beat of chapter.beats) acts.push(...(await playBeat(beat)));
      lines.push(`## ${index + 1}. ${chapter.title}`, '', chapter.text, '', ...acts);
      const see = { request: seeChapter, wiki: seeWiki, feedback: seeFeedback }[chapter.looksAt ?? 'request'];
      lines.push(...see(before, sandbox.save()));
    }
    return `${lines.join('\n').replaceAll(sandbox.origin, 'https://gitlab.example.com').trimEnd()}\n`;
  } finally {
    await sandbox.close();
  }
}
