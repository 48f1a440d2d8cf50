import { convergenceLaws } from './converges.ts';

await convergenceLaws('Salesforce and Slack off');
