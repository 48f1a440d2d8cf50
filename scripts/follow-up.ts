import { enter } from '../src/run/enter.ts';
import { runRequests } from '../src/run/run-requests.ts';

if (import.meta.main)
  await enter((surroundings) => runRequests('follow-up', ['follow-up', 'digest'], surroundings));
