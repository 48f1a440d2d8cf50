import { convergenceLaws } from './converges.ts';

await convergenceLaws('GitLab Free');
