import { writeFileSync } from 'node:fs';
import { playTour } from './play-tour.ts';

writeFileSync(new URL('../../docs/tour.md', import.meta.url), await playTour());
