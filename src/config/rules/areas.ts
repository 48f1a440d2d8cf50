import { otherChoice } from '../../domain/form/form-definition.ts';
import { writeOneOf } from '../did-you-mean.ts';
import type { Written } from '../normalise.ts';
import type { Finding, Path } from '../problem.ts';
import { type Rule, sameName } from './rule.ts';

function* areaKeysAreDistinct({ program }: Written): Iterable<Finding> {
  const seen = new Set<string>([sameName(otherChoice)]);
  for (const [index, { key }] of program.areas.entries()) {
    if (seen.has(key)) {
      yield {
        file: 'program',
        path: ['areas', index, 'key'],
        message: `the area key "${key}" is taken`,
        cure: 'Give each area its own key; "other" is the desk\'s own.',
      };
    }
    seen.add(key);
  }
}

function* spellings(program: Written['program']): Iterable<{ text: string; path: Path; area: number }> {
  for (const [area, { name, aliases }] of program.areas.entries()) {
    yield { text: name, path: ['areas', area, 'name'], area };
    for (const [at, text] of aliases.entries()) yield { text, path: ['areas', area, 'aliases', at], area };
  }
}

/** What a person writes must mean one area; an area's own key and name may stand among its aliases. */
function* areaNamesMeanOneArea({ program }: Written): Iterable<Finding> {
  const owner = new Map<string, number>([[sameName(otherChoice), -1]]);
  for (const { text, path, area } of spellings(program)) {
    const known = owner.get(sameName(text)) ?? area;
    owner.set(sameName(text), known);
    if (known === area) continue;
    const taken = program.areas[known]?.key;
    yield {
      file: 'program',
      path,
      message:
        taken === undefined
          ? `"${text}" is the form's own choice`
          : `"${text}" already means the area "${taken}"`,
      cure: 'Use a name that means only this area.',
    };
  }
}

function* liveAreasHaveApprovers({ program }: Written): Iterable<Finding> {
  for (const [index, area] of program.areas.entries()) {
    if (!area.live || area.approvers.length > 0) continue;
    yield {
      file: 'program',
      path: ['areas', index, 'approvers'],
      message: `the area "${area.key}" is live and has no approver`,
      cure: `Add one, for example ${program.program.leads[0] ?? 'the program lead'}, or set live: false.`,
    };
  }
}

/** Associates only serve when nobody else can (docs/rules.md#assignment), so they do not make an area live. */
function* liveAreasHaveSmes({ program, roster }: Written): Iterable<Finding> {
  for (const [index, area] of program.areas.entries()) {
    const served = roster.smes.some(({ areas }) => areas[area.key] === 'sme' || areas[area.key] === 'lead');
    if (!area.live || served) continue;
    yield {
      file: 'program',
      path: ['areas', index, 'live'],
      message: `the area "${area.key}" is live and the roster has no SME for it`,
      cure: `Add "${area.key}: sme" to the areas of a person in the roster, or set live: false.`,
    };
  }
}

function* areasOfSmesExist({ program, roster }: Written): Iterable<Finding> {
  const keys = program.areas.map(({ key }) => key);
  for (const [index, { areas }] of roster.smes.entries()) {
    const path = ['smes', index, 'areas'];
    const named = Object.keys(areas);
    if (named.length === 0) {
      yield {
        file: 'roster',
        path,
        message: 'lists no area',
        cure: `Write at least one of: ${keys.join(', ')}.`,
      };
    }
    for (const key of named) {
      if (keys.includes(key)) continue;
      yield {
        file: 'roster',
        path: [...path, key],
        message: `no area "${key}"`,
        cure: writeOneOf(key, keys),
      };
    }
  }
}

export const areaRules: readonly Rule[] = [
  areaKeysAreDistinct,
  areaNamesMeanOneArea,
  liveAreasHaveApprovers,
  liveAreasHaveSmes,
  areasOfSmesExist,
];
