import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/domain/markdown/mentions-in.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';

const question = { 'Questions for the SME': '- When will custom roles be available on Dedicated?' };

function comment(desk: PaperDesk, iid: number): string | undefined {
  return desk.comments(iid).get('engage-pm');
}

describe('a request that asks for a roadmap statement', () => {
  it('gets one comment with its check, which names whom to ask and calls upon the requester alone', () => {
    const desk = new PaperDesk();
    const iid = desk.open({}, question);
    desk.run();

    const body = comment(desk, iid) ?? '';
    expect(desk.view(iid).state).toBe('awaiting-approval');
    expect(body).toContain('please ask product management (petra)');
    expect(body).toContain('(https://gitlab.example.com/acme/sme-desk/-/wikis/engage-pm)');
    expect(mentionsIn(body)).toEqual(['sam']);
  });

  it('gets it once, however often it is shown', () => {
    const desk = new PaperDesk();
    const iid = desk.open({}, question);
    desk.run();
    desk.edit(iid, { ...question, 'Type of engagement': '- [x] Workshop' });
    desk.run();
    desk.run();

    expect(desk.view(iid).keyed.filter(({ key }) => key === 'engage-pm')).toHaveLength(1);
  });

  it('gets it only when the form is in order', () => {
    const desk = new PaperDesk();
    const iid = desk.open({}, { ...question, 'Expected duration': 'long' });
    desk.run();
    expect(comment(desk, iid)).toBeUndefined();

    desk.edit(iid, question);
    desk.run();
    expect(comment(desk, iid)).toBeDefined();
  });

  it('is sent to the lead of an area that has no product manager', () => {
    const example = exampleConfig();
    const areas = example.areas.map((area) => ({ ...area, productManagers: [] }));
    const desk = new PaperDesk({ config: { ...example, areas } });
    const iid = desk.open({}, question);
    desk.run();

    expect(comment(desk, iid)).toContain('please ask omar: they know whom to go to in product management');
  });

  it('is none when it asks what the product does today', () => {
    const desk = new PaperDesk();
    const iid = desk.open();
    desk.run();

    expect(comment(desk, iid)).toBeUndefined();
  });
});
