/**
 * Reads the fields of a query or a form as Rails does: `a[]=1&a[]=2` is a list, `a[b]=1` a nested object, and of
 * a repeated plain name the last one counts. Names in `whole` are taken as they stand, brackets included.
 */
export function readFields(source: URLSearchParams, whole: ReadonlySet<string>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of source) {
    const nested = whole.has(name) ? null : /^(?<outer>[^[]+)\[(?<inner>[^\]]*)\]$/u.exec(name);
    const { outer = name, inner } = nested?.groups ?? {};
    if (inner === undefined) fields[outer] = value;
    else if (inner === '') fields[outer] = [...listIn(fields[outer]), value];
    else fields[outer] = { ...objectIn(fields[outer]), [inner]: value };
  }
  return fields;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectIn(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
