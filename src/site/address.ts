import type { Selection } from './selection.ts';

const names = ['by', 'from', 'to', 'area', 'region'] as const;

/** What the page's address wishes to see, so that a view can be sent to somebody. Nothing in it is checked yet. */
export function wishesOf(search: string): Partial<Record<keyof Selection, string>> {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The same as an address, without what is the same as the selection that a reader finds. */
export function searchOf(selection: Selection, found: Selection): string {
  const parameters = new URLSearchParams();
  for (const name of names) if (selection[name] !== found[name]) parameters.set(name, selection[name]);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
