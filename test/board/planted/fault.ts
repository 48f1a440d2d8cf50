import type { Law } from '../oracle/finding.ts';
import type { Scene } from './scene.ts';

/** A deliberate wrong change to what a run has left, and the law that must miss it. */
export interface Fault {
  readonly name: string;
  readonly law: Law;
  /** Words of the finding. */
  readonly says: string;
  readonly plant: (scene: Scene) => void;
}
