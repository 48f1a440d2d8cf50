import { registerHooks } from 'node:module';
import process from 'node:process';
import type { measure } from '../../../src/domain/metrics/measure.ts';
import type { programHistory } from '../../../src/domain/metrics/program-history.ts';
import { caseOf, seeds } from '../cases.ts';
import { differences } from '../differences.ts';
import { expectedFigures } from '../oracle/expected-figures.ts';
import { faults } from './faults.ts';

/**
 * Plants each fault in a copy of the metrics of its own, which is never written down, and prints what the oracle finds
 * first, as JSON: one text or null for each fault, in order.
 */

const metrics = new URL('../../../src/domain/metrics/', import.meta.url).href;

/** How many programs are looked at before a fault counts as not found. */
const patience = 600;

/** The number of the fault that a module is read with; null: none. */
function faultOf(address: string | undefined): string | null {
  return address?.startsWith(metrics) === true ? new URL(address).searchParams.get('fault') : null;
}

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const fault = faultOf(context.parentURL);
    return fault === null || !found.url.startsWith(metrics)
      ? found
      : { ...found, url: `${found.url}?fault=${fault}` };
  },
  load(address, context, next) {
    const loaded = next(address, context);
    const fault = faults[Number(faultOf(address) ?? -1)];
    if (fault === undefined || !address.startsWith(`${metrics}${fault.file}?`)) return loaded;
    const parts = String(loaded.source).split(fault.line);
    if (parts.length !== 2) {
      throw new Error(
        `"${fault.line}" stands ${parts.length - 1} times in ${fault.file}: choose another line`,
      );
    }
    return { ...loaded, source: parts.join(fault.instead) };
  },
});

interface Code {
  readonly measure: typeof measure;
  readonly programHistory: typeof programHistory;
}

/** The metrics with a fault in them. */
async function codeWith(fault: number): Promise<Code> {
  const of = (file: string): Promise<Code> => import(`${metrics}${file}?fault=${fault}`);
  return {
    measure: (await of('measure.ts')).measure,
    programHistory: (await of('program-history.ts')).programHistory,
  };
}

function firstDifference(code: Code): string | null {
  for (const seed of seeds(1, patience)) {
    const { program, period, cells } = caseOf(seed);
    const measured = code.measure(code.programHistory(program), period, { cells });
    const expected = expectedFigures(program, period, { cells });
    const [first] = differences(measured, expected, program.config.privacy.minimumN);
    if (first !== undefined) return `seed ${seed}: ${first}`;
  }
  return null;
}

const found: (string | null)[] = [];
for (const index of faults.keys()) found.push(firstDifference(await codeWith(index)));
process.stdout.write(JSON.stringify(found));
