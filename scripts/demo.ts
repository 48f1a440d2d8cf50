import process from 'node:process';
import { runDemo } from '../src/sandbox/demo/run-demo.ts';

/** `npm start`: the life of three requests on embedded GitLab, Salesforce and Slack, with the desk's real scripts. */
async function main(): Promise<void> {
  // A reader such as `head` may leave before the end.
  process.stdout.on('error', () => process.exit(1));
  process.exitCode = await runDemo({
    args: process.argv.slice(2),
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    colours: process.stdout.isTTY === true && process.stdout.hasColors(),
    monotonic: () => performance.now(),
  });
}

if (import.meta.main) await main();
