import { convergenceLaws } from './converges.ts';

await convergenceLaws('everything on');
