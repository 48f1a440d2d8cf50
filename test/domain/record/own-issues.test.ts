import { describe, expect, it } from 'vitest';
import { withMarker } from '../../../src/domain/record/marker.ts';
import { digestKeyOf, digestLine, followUpLine, isFollowUp } from '../../../src/domain/record/own-issues.ts';
import { desk, issue, user } from '../../builders/snapshot.ts';

const name = { project: 7, issue: 5012, key: 'question' };
const ids = [desk.id];

function opened(line: string, changes: Parameters<typeof issue>[0] = {}) {
  return issue({ author: desk, description: withMarker('Text.', line), ...changes });
}

describe('an issue that follows from a request', () => {
  it('is known by project, request and key', () => {
    expect(isFollowUp(opened(followUpLine(name)), ids, name)).toBe(true);
    expect(isFollowUp(opened(followUpLine(name)), ids, { ...name, key: 'demo' })).toBe(false);
    expect(isFollowUp(opened(followUpLine(name)), ids, { ...name, issue: 5013 })).toBe(false);
  });

  it.each([
    ['somebody else has opened it', { author: user('sam') }],
    ['it was moved into another project', { projectId: 8 }],
    ['its marker is damaged', { description: '<!-- sme-desk:follow-up {"proj -->' }],
    ['it has none', { description: '' }],
  ])('is none when %s', (_, changes) => {
    expect(isFollowUp(opened(followUpLine(name), changes), ids, name)).toBe(false);
  });
});

describe('the standing issue of the digest', () => {
  const line = digestLine({ project: 7, key: 'digest:2026-W48' });

  it('tells which digest stands in its description', () => {
    expect(digestKeyOf(opened(line), ids)).toBe('digest:2026-W48');
  });

  it.each([
    ['somebody else has opened', { author: user('mallory') }],
    ['was moved here', { projectId: 8 }],
    ['follows from a request', { description: followUpLine(name) }],
  ])('is none that %s', (_, changes) => {
    expect(digestKeyOf(opened(line, changes), ids)).toBeNull();
  });
});
