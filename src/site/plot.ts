import type * as Library from '@observablehq/plot';

/** Observable Plot, which a script of the page has loaded before this one. Outside of a page there is none. */
export const plot: typeof Library = Reflect.get(globalThis, 'Plot');
