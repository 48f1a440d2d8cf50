import type { World } from '../../../src/sandbox/world.ts';
import { exampleConfig } from '../../builders/config.ts';

// Nothing here imports what a switch can change, so that all builds share it.

/** The example program, read once for all stories of all builds. */
export const exampleProgram = exampleConfig();

let world: Promise<World> | null = null;

/** The world before the stories of the sandbox: made by whichever build asks first. */
export function worldOnce(make: () => Promise<World>): Promise<World> {
  world ??= make();
  return world;
}
