import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/plan/render/render-json.ts';
import { renderMarkdown } from '../../../src/plan/render/render-markdown.ts';
import { names, oneOfEach, plan } from './builders.ts';

describe('a plan as Markdown', () => {
  it('has a section for each issue, with labels and names as code', () => {
    const actions = [oneOfEach['issue.set'], oneOfEach['label.create']];

    const text = renderMarkdown(plan({ actions }), { names, bodies: 'hidden' });

    expect(text).toBe(
      [
        '## Plan of 2026-11-23T08:00:00.000Z',
        '2 writes on 1 issue; none of them grants anything.',
        '### #12',
        '- **1** set `request::assigned`, assign `ines`, remove `request::approved` — because Ines is free on 2 December',
        '### Project',
        '- **2** create the label `request::approved` (`#00b140`)',
        'Totals: 1 issue change, 1 label.',
        `Digest: \`${'ab'.repeat(32)}\`\n`,
      ].join('\n\n'),
    );
  });

  it('tells what is not in it', () => {
    const held = [{ kind: 'slack.remove', count: 1, allow: '--allow removals=1' }] as const;

    const text = renderMarkdown(plan({ held, leftOver: [{ kind: 'slack.post', count: 3 }] }));

    expect(text).toContain('### Not in this plan\n\n- Held back: 1 channel removal.');
    expect(text).toContain('run again with `--allow removals=1`\n- Left over: 3 Slack messages.');
  });
});

describe('a plan as JSON', () => {
  it('says the same as the terminal, with kinds, counts and grants', () => {
    const actions = [oneOfEach['team.add'], oneOfEach['note.create'], oneOfEach['wiki.write']];

    const document: unknown = JSON.parse(renderJson(plan({ actions }), { names }));

    expect(document).toMatchObject({
      now: '2026-11-23T08:00:00.000Z',
      digest: 'ab'.repeat(32),
      totals: { 'team.add': 1, 'note.create': 1, 'wiki.write': 1 },
      actions: [
        { place: 1, issue: 12, kind: 'team.add', grant: true },
        { place: 2, issue: 12, kind: 'note.create', grant: false, body: 'Ines takes this one.' },
        { place: 3, issue: null, kind: 'wiki.write', why: null },
      ],
      held: [],
      problems: [],
    });
  });

  it('is the same for the same plan', () => {
    const actions = Object.values(oneOfEach);

    expect(renderJson(plan({ actions }))).toBe(renderJson(plan({ actions: [...actions] })));
  });
});
