/** How much longer a run may wait for outside systems in all. */
export interface WaitBudget {
  /** Takes `ms` milliseconds out of the budget, or takes nothing and answers false: too little is left. */
  take(ms: number): boolean;
  /** Milliseconds left. */
  left(): number;
}

/**
 * A budget of `total` milliseconds. One run shares one budget between its clients, so that a service that asks for
 * patience cannot keep a pipeline job longer than this (docs/security.md#promises).
 */
export function createWaitBudget(total: number): WaitBudget {
  let left = total;
  return {
    take(ms) {
      if (ms > left) return false;
      left -= ms;
      return true;
    },
    left: () => left,
  };
}
