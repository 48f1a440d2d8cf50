import { describe, expect, it } from 'vitest';
import { extractCommands } from '../../../src/sandbox/gitlab/quick-actions/extract-commands.ts';
import { milliseconds } from '../../builders/thread-time.ts';

const runs: readonly [string, string, string][] = [
  ['stand alone', '/close', ''],
  ['are written in capitals', '/CLOSE', ''],
  ['have an argument and white space behind them', 'a\n/close now  \nb', 'a\nb'],
  ['hide a carriage return', 'a\n/\rclose', 'a'],
  ['stand in an HTML comment', '<!--\n/close\n-->', '<!--\n-->'],
  ['stand below a fence that nobody closed', '```\n/close', '```'],
  ['stand behind a closed fence', '```\na\n```\n/close', '```\na\n```'],
  ['stand in a fence that something follows on its last line', '```\n/close\n``` x', '```\n``` x'],
];

const stays: readonly [string, string][] = [
  ['do not start the line', 'please /close'],
  ['follow a space', ' /close'],
  ['follow a quote mark', '> /close'],
  ['are escaped', '\\/close'],
  ['have a name GitLab does not know', '/clothes'],
  ['only begin like a command', '/closed'],
  ['stand in a closed fence', '```\n/close\n```'],
  ['stand in a fence that names a language', '```sh\nx\n/close\n```'],
  ['stand in an HTML element over several lines', '<p>\n/close\n</p>'],
  ['stand in a quote over several lines', '>>>\n/close\n>>>'],
  ['stand behind a line separator that is no newline', 'a\u2028/close'],
];

describe('quick actions', () => {
  it.each(runs)('run when they %s', (_how, text, left) => {
    const found = extractCommands(text);

    expect(found.commands.map((command) => command.name)).toEqual(['close']);
    expect(found.text).toBe(left);
  });

  it.each(stays)('stay text when they %s', (_how, text) => {
    expect(extractCommands(text)).toEqual({ text, commands: [] });
  });

  it('lose their lines and keep their arguments', () => {
    const found = extractCommands('One\n/label ~"request::approved" ~b\nTwo\n/assign @sam');

    expect(found).toEqual({
      text: 'One\nTwo',
      commands: [
        { name: 'label', argument: '~"request::approved" ~b' },
        { name: 'assign', argument: '@sam' },
      ],
    });
  });

  it('are found in linear time in hostile text', () => {
    const hostile = '```\n<a>\n>>>\n`\n'.repeat(20_000);

    expect(milliseconds(() => void extractCommands(hostile), 1000)).toBeLessThan(1000);
  });
});
