import type { Fault } from './fault.ts';
import { faultsInDeciding } from './faults-in-deciding.ts';
import { faultsInTelling } from './faults-in-telling.ts';

/** Every planted fault; each has to be found. */
export const faults: readonly Fault[] = [...faultsInDeciding, ...faultsInTelling];
