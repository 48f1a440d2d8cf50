import { enter } from '../src/run/enter.ts';
import { runBoard } from '../src/run/run-board.ts';

if (import.meta.main) await enter(runBoard);
