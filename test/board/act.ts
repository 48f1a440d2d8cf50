import type { Stage } from './stage.ts';

/** Something that somebody does on a day of the year; nothing, where there is nothing to do it with. */
export type Act = (stage: Stage) => Promise<unknown> | undefined;
