import { expect, it } from 'vitest';
import { observeDesk } from '../../../src/run/observe/observe-desk.ts';
import { deskAtWork } from '../desk-at-work.ts';

it('a report is made at no guessed time', async () => {
  await using desk = await deskAtWork();
  const gitlab = { ...desk.gitlab, serverTime: () => null };

  await expect(observeDesk(gitlab, desk.config, null)).rejects.toMatchObject({ code: 'gitlab-no-clock' });
});

it('a report is made only by a desk that is set up and that GitLab shows every request', async () => {
  await using desk = await deskAtWork();
  const none = { ...desk.gitlab, labels: () => Promise.resolve([]) };
  const nobody = { ...desk.gitlab, members: () => Promise.resolve([]) };

  await expect(observeDesk(none, desk.config, null)).rejects.toMatchObject({ code: 'labels-missing' });
  await expect(observeDesk(nobody, desk.config, null)).rejects.toMatchObject({ code: 'desk-role' });
});
