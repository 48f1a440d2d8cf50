/** Codes of what the core itself can find broken. A code is stable: runbooks and dashboards refer to it. */
export const reconcileErrors = {
  'transition-unlisted': {
    what: 'The desk was about to move a request in a way that the table of transitions does not have.',
    cure: 'This is a defect of the desk. Report it with the number of the issue.',
    exit: 2,
  },
} as const;
