import { usualSwitches, type World } from '../world.ts';
import { exampleGitLab } from './gitlab.ts';
import { exampleSalesforce } from './salesforce.ts';
import { exampleSlack } from './slack.ts';
import { exampleStackOverflow } from './stack-overflow.ts';

/** A Monday at eight in the morning, UTC: where the clock of the example world starts. Epoch milliseconds. */
const exampleStart = Date.parse('2026-11-23T08:00:00Z');

/** A fresh world: people and places are there, nothing has happened yet. */
export function exampleWorld(): World {
  return {
    clock: { now: exampleStart },
    switches: usualSwitches(),
    gitlab: exampleGitLab(exampleStart),
    salesforce: exampleSalesforce(),
    slack: exampleSlack(),
    stackOverflow: exampleStackOverflow(),
    journal: [],
    counted: { calls: 0, deskWrites: 0 },
    faults: [],
    offences: [],
  };
}
