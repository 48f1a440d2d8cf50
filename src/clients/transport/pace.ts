/**
 * Times at which writes may start, reserved ahead, so that callers at the same moment get different ones. All
 * times are milliseconds of the transport's monotonic clock.
 */
export interface Pace {
  /** The earliest time at or after `now` that keeps the pace; it is not reserved yet. */
  earliest(now: number): number;
  /** Reserves a time that `earliest` gave. */
  reserve(at: number): void;
}

/** At least `gap` milliseconds between two starts. */
export function createGap(gap: number): Pace {
  let next = Number.NEGATIVE_INFINITY;
  return {
    earliest: (now) => Math.max(now, next),
    reserve(at) {
      next = at + gap;
    },
  };
}

/**
 * At most `count` starts in any `span` milliseconds. A sliding window and not an even spacing: GitLab counts per
 * minute, so the usual handful of comments in a run is not delayed at all (docs/gitlab.md#limits).
 */
export function createSlidingWindow(count: number, span: number): Pace {
  const starts: number[] = [];
  return {
    earliest(now) {
      const oldest = starts.length < count ? undefined : starts[starts.length - count];
      return oldest === undefined ? now : Math.max(now, oldest + span);
    },
    reserve(at) {
      starts.push(at);
      if (starts.length > count) starts.shift();
    },
  };
}
