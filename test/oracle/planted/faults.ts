import type { Fault } from './fault.ts';
import { faultsInDeciding } from './faults-in-deciding.ts';
import { faultsInLifecycle } from './faults-in-lifecycle.ts';
import { faultsInReminding } from './faults-in-reminding.ts';
import { faultsInTelling } from './faults-in-telling.ts';

/** Every planted fault; each has to be found. */
export const faults: readonly Fault[] = [
  ...faultsInDeciding,
  ...faultsInLifecycle,
  ...faultsInTelling,
  ...faultsInReminding,
];
