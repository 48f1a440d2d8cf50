import { expect, it } from 'vitest';
import { closingOf } from '../../../src/domain/request/closing.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import { day } from '../../builders/snapshot.ts';
import { rewrite, standing } from '../../transitions/scenes.ts';

it.each([
  ['the first proposed one', null, 'after the date'],
  ['the agreed one, though nobody is assigned for it yet', '2026-12-30T10:00Z', 'before the date'],
])('the date that a closing is before or after is %s', (_name, agreed, when) => {
  const scene = standing('waitlisted');
  const { desk, iid } = scene;
  rewrite(scene, { agreed: agreed === null ? null : Date.parse(agreed) });
  desk.later(27 * day);
  desk.setState(iid, 'sam', 'closed');

  expect(closingOf(desk.view(iid), requestContext(desk.config, desk.world))).toMatchObject({
    by: 'entitled',
    when,
  });
});
