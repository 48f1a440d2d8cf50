import { enter } from '../src/run/enter.ts';
import { runPublish } from '../src/run/run-publish.ts';

if (import.meta.main) await enter(runPublish);
