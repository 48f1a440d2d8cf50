import type { Block } from '../markdown/block.ts';
import { scanBlocks } from '../markdown/scan-blocks.ts';
import { formLimit } from './form-size.ts';

/** More than a project has of usual requests at a time, and four of the longest; what is forgotten is scanned again. */
const mostCharacters = 4 * formLimit;

const scans = new Map<string, readonly Block[]>();
let characters = 0;

/**
 * The blocks of a description. Each step of a plan first asks whether an issue is a request and then reads it: both
 * look at one scan. Blocks depend on the text alone, so that nothing but the time tells the difference.
 */
export function scanOnce(description: string): readonly Block[] {
  const known = scans.get(description);
  if (known !== undefined) return known;
  const blocks = scanBlocks(description);
  if (characters + description.length > mostCharacters) {
    scans.clear();
    characters = 0;
  }
  scans.set(description, blocks);
  characters += description.length;
  return blocks;
}
