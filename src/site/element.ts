type Child = Node | string | null;

/** Attributes as HTML has them; `false` leaves one out, `true` writes it without a value. */
type Attributes = Readonly<Record<string, string | number | boolean>>;

/**
 * An HTML element. Text becomes text nodes, never markup: names in the data are written by people, and nothing they
 * contain may run.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element of the page with an id; the page and its code are published together, so it is there. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null)
    throw new Error(`The page has no part "${id}": publish index.html and its code together.`);
  return found;
}
