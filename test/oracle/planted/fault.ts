import type { Scene } from './scene.ts';

/** A way for the desk to go wrong, and the invariant it breaks. */
export interface Fault {
  readonly name: string;
  readonly invariant: number;
  /** Where in the story it happens: after `omar` has approved #1 and before the desk has seen it, or at its end. */
  readonly when: 'approved' | 'end';
  /** Part of the words that the finding has, where several rules share a number. */
  readonly says?: string;
  readonly plant: (scene: Scene) => Promise<unknown>;
}
