import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { type FileName, parse, problemsOf, shipped } from './shipped-files.ts';

type Place = readonly (string | number)[];

function* places(value: unknown, at: Place = []): Iterable<Place> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* places(inner, [...at, Array.isArray(value) ? Number(key) : key]);
}

function parentOf(data: object, place: Place): object {
  let here = data;
  for (const step of place.slice(0, -1)) {
    const next: unknown = Reflect.get(here, step);
    if (typeof next === 'object' && next !== null) here = next;
  }
  return here;
}

const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e99, '', 'x', '__proto__', 'constructor', [], {}, [[]], [null], {
    a: 1,
  }),
  fc.jsonValue(),
);

describe.each(['program', 'roster'] satisfies FileName[])('whatever happens to %s.yml', (file) => {
  const data: object = parseYaml(shipped[file]);
  const place = fc.constantFrom(...places(data));

  function told(mutated: object): void {
    const parsed = parse({ [file]: stringify(mutated) });
    if (parsed.ok) return;
    expect(parsed.problems.length).toBeGreaterThan(0);
    for (const { line, message, cure } of parsed.problems) {
      expect(line).toBeGreaterThan(0);
      expect(message).not.toMatch(/undefined|\[object|\.$/);
      expect(cure).toMatch(/^[A-Z].*[.?]$/);
    }
  }

  it('a key that is gone gives a configuration or problems', () => {
    fc.assert(
      fc.property(place, (at) => {
        const mutated = structuredClone(data);
        Reflect.deleteProperty(parentOf(mutated, at), at.at(-1) ?? '');
        told(mutated);
      }),
      { numRuns: 25 },
    );
  });

  it('a value of another type gives a configuration or problems', () => {
    fc.assert(
      fc.property(place, odd, (at, value) => {
        const mutated = structuredClone(data);
        Reflect.set(parentOf(mutated, at), at.at(-1) ?? '', value);
        told(mutated);
      }),
      { numRuns: 50 },
    );
  });

  it('a text that is cut, doubled or mixed with anything gives a configuration or problems', () => {
    const text = shipped[file];
    const cut = fc.nat(text.length);
    fc.assert(
      fc.property(cut, cut, fc.string({ unit: 'binary' }), (from, to, noise) => {
        const parsed = parse({ [file]: text.slice(0, from) + noise + text.slice(to) });
        expect(parsed.ok || problemsOf(parsed).length > 0).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
