import { enter } from '../src/run/enter.ts';
import { runSetup } from '../src/run/run-setup.ts';

if (import.meta.main) await enter(runSetup);
