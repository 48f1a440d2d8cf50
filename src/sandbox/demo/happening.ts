import type { Call } from '../world.ts';
import type { Change } from './changes.ts';
import type { CrashPlan } from './demo-options.ts';
import type { Said } from './said.ts';

/** What the audience gets to see, in order. Times are epoch milliseconds of the demo's clock. */
export type Happening =
  | { readonly kind: 'time'; readonly at: number; readonly passes: string }
  | {
      readonly kind: 'person';
      readonly at: number;
      readonly who: string;
      readonly does: string;
      readonly said: readonly Said[];
    }
  /** A webhook has started a pipeline, and `should-run` has looked at its payload. */
  | { readonly kind: 'webhook'; readonly verdict: string }
  /** A schedule is due; so many webhooks before it were lost. */
  | { readonly kind: 'schedule'; readonly cron: string; readonly lost: number }
  | {
      readonly kind: 'run';
      readonly script: string;
      /** When it had ended. */
      readonly at: number;
      /** Seconds since somebody has acted; null: nobody has. */
      readonly waited: number | null;
      readonly changes: readonly Change[];
    }
  /** The desk's own writes have come back as webhooks. */
  | { readonly kind: 'echo'; readonly webhooks: number; readonly verdict: string }
  | { readonly kind: 'crash'; readonly call: Call; readonly crash: CrashPlan; readonly at: number };
