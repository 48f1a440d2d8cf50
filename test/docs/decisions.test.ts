import { describe, expect, it } from 'vitest';
import { repositoryTexts } from './repository-texts.ts';

const texts = repositoryTexts();
const decisions = texts.filter((each) => each.path.startsWith('docs/decisions/'));
const index = texts.find((each) => each.path === 'docs/README.md')?.text ?? '';

describe('the decisions', () => {
  it('are numbered from 0001 without a gap', () => {
    const numbers = decisions.map(({ path }) =>
      path.slice('docs/decisions/'.length, -'.md'.length).slice(0, 5),
    );

    expect(decisions.length).toBeGreaterThan(20);
    expect(numbers).toEqual(decisions.map((_, place) => `${String(place + 1).padStart(4, '0')}-`));
  });

  it('have a title, a decision, its price and at most forty lines', () => {
    const wanting = decisions.filter(({ text }) => {
      const complete =
        /^# .+\n/.test(text) && text.includes('**Decided.**') && /\*\*(?:Consequences|Cost|Why)/.test(text);
      return !complete || text.trimEnd().split('\n').length > 40;
    });

    expect(wanting.map((each) => each.path)).toEqual([]);
  });

  it('stand in the index under their titles, each once', () => {
    const rows = decisions.map(({ path, text }) => {
      const number = path.slice('docs/decisions/'.length).slice(0, 4);
      const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
      return `| [${number}](${path.slice('docs/'.length)}) | ${title} |`;
    });

    expect(index.split('\n').filter((line) => /^\| \[\d{4}\]/.test(line))).toEqual(rows);
  });
});
