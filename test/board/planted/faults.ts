import { statusFaults } from './faults-of-status.ts';
import { boardFaults } from './faults-of-the-board.ts';
import { wordFaults } from './faults-of-words.ts';

/** What must be found, each on any card of the year that fits. */
export const faults = [...statusFaults, ...wordFaults, ...boardFaults];
