import { writeOneOf } from '../did-you-mean.ts';
import type { Finding } from '../problem.ts';
import { type Rule, repeats } from './rule.ts';

/** The one reading of a region's key and name (docs/rules.md#requests: the form offers the names). */
function* regionsAreDistinct({ program }: Parameters<Rule>[0]): Iterable<Finding> {
  for (const field of ['key', 'name'] as const) {
    for (const { text, index } of repeats(program.regions.map((region) => region[field]))) {
      yield {
        file: 'program',
        path: ['regions', index, field],
        message: `a second region has the ${field} "${text}"`,
        cure: `Give each region its own ${field}.`,
      };
    }
  }
}

function* nearRegionsExist({ program }: Parameters<Rule>[0]): Iterable<Finding> {
  const keys = program.regions.map(({ key }) => key);
  for (const [index, region] of program.regions.entries()) {
    for (const [at, near] of region.near.entries()) {
      const path = ['regions', index, 'near', at];
      if (near === region.key)
        yield {
          file: 'program',
          path,
          message: 'a region is not near itself',
          cure: 'Remove it from the list.',
        };
      else if (!keys.includes(near))
        yield { file: 'program', path, message: `no region "${near}"`, cure: writeOneOf(near, keys) };
    }
  }
}

function* regionsOfPeopleExist({ program, roster }: Parameters<Rule>[0]): Iterable<Finding> {
  const keys = program.regions.map(({ key }) => key);
  for (const [index, { region }] of roster.smes.entries()) {
    if (keys.includes(region)) continue;
    const path = ['smes', index, 'region'];
    yield { file: 'roster', path, message: `no region "${region}"`, cure: writeOneOf(region, keys) };
  }
  for (const [index, { region }] of program.requesters.people.entries()) {
    if (region === undefined || keys.includes(region)) continue;
    const path = ['requesters', 'people', index, 'region'];
    yield { file: 'program', path, message: `no region "${region}"`, cure: writeOneOf(region, keys) };
  }
}

export const regionRules: readonly Rule[] = [regionsAreDistinct, nearRegionsExist, regionsOfPeopleExist];
