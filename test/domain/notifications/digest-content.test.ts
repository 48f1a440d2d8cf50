import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { digestContent } from '../../../src/domain/notifications/digest-content.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import { acme, opportunity, salesforceOn } from '../../builders/snapshot.ts';
import type { Scene } from '../../transitions/row-story.ts';
import { standing } from '../../transitions/scenes.ts';

/** What the digest says of a waitlisted request after something has happened. */
function waitlisted(happens: (scene: Scene) => void): readonly string[] {
  const scene = standing('waitlisted');
  const { desk, iid } = scene;
  happens(scene);
  const context = requestContext(desk.config, desk.world);
  const { lists } = digestContent([desk.view(iid)], context, { week: '2026-W48', newReport: null });
  return lists.find(({ title }) => title === 'Without an SME')?.items.map(({ words }) => words) ?? [];
}

describe('the digest says why a request is without an SME', () => {
  it('nobody is free, while the desk searches', () => {
    expect(waitlisted(() => undefined)).toEqual(['AI, nobody is free']);
  });

  it('nobody searches where the area is not live', () => {
    const notLive = ({ desk }: Scene) => {
      const areas: Config['areas'] = desk.config.areas.map((area) => ({ ...area, live: false }));
      desk.config = { ...desk.config, areas };
    };
    expect(waitlisted(notLive)).toEqual([
      'AI, nobody searches, because the area is not live: please assign it by hand',
    ]);
  });

  it('nobody searches while the opportunity is closed', () => {
    const lost = ({ desk }: Scene) => {
      const salesforce = salesforceOn({ opportunities: { [acme]: opportunity({ closed: true }) } });
      desk.world = { ...desk.world, salesforce };
    };
    expect(waitlisted(lost)).toEqual(['AI, nobody searches, because the opportunity is closed']);
  });
});
