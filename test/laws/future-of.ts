import { createHash } from 'node:crypto';
import type { World } from '../../src/sandbox/world.ts';

/**
 * All of a world that a later run can meet, as one short text: what is equal here goes on equally. Left out are the
 * journal, the counts of calls, and the sessions, which every run opens for itself: the laws set no limits.
 */
export function futureOf({ clock, switches, faults, gitlab, salesforce, slack }: World): string {
  const met = {
    clock,
    switches,
    faults,
    gitlab: { ...gitlab, recent: null },
    salesforce: {
      ...salesforce,
      sessions: null,
      cursors: null,
      apiUsed: 0,
      counters: salesforce.counters.teamMember,
    },
    slack: { ...slack, calls: null },
  };
  return createHash('sha256').update(JSON.stringify(met)).digest('hex');
}
