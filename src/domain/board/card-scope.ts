const scopes = ['feedback::', 'score::', 'duplicate::'] as const;

/** The labels that say where a card stands, sorted: what an action on it is decided on. */
export function cardScope(labels: readonly string[]): string[] {
  return labels.filter((label) => scopes.some((scope) => label.startsWith(scope))).sort();
}
