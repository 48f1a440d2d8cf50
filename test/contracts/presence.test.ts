import { expect, it } from 'vitest';
import { contractFolder } from './contract-folder.ts';

it('the vendors’ descriptions are there, or nobody insists on them', () => {
  const folder = contractFolder(process.cwd(), process.env);
  if (folder.kind === 'absent') process.stderr.write(`${folder.message}\n`);

  expect(folder.kind === 'found' || !folder.required).toBe(true);
});
