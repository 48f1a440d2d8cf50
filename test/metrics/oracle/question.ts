import type { Config } from '../../../src/config/types.ts';
import type { ProgramFacts } from '../../../src/domain/metrics/facts.ts';
import type { RequestAt } from './request-at.ts';

/** One group of one period, with everything that was read of the whole program. */
export interface Asked {
  readonly config: Config;
  readonly facts: ProgramFacts;
  readonly from: number;
  readonly cutOff: number;
  readonly kind: 'overall' | 'area' | 'region' | 'cell';
  /** Keys of the area and the region; null: of all. */
  readonly area: string | null;
  readonly region: string | null;
  /** The requests of the group that were submitted before an instant, as they were right before it. */
  readonly requestsAt: (instant: number) => readonly RequestAt[];
  /** The same of the whole program. */
  readonly allRequestsAt: (instant: number) => readonly RequestAt[];
}

/** Whether an instant lies in the period, as far as it has come. */
export function isInPeriod({ from, cutOff }: Asked, instant: number | null): boolean {
  return instant !== null && instant >= from && instant < cutOff;
}

/** The key of an area under which it is counted. */
export function countedArea({ areas }: Config, key: string | null): string {
  return areas.find((area) => area.key === key)?.key ?? 'other';
}

/** The key of a region under which it is counted. */
export function countedRegion({ regions }: Config, key: string | null): string {
  return regions.find((region) => region.key === key)?.key ?? 'none';
}
