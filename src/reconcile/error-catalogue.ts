/** Codes of what the core itself can find broken. A code is stable: runbooks and dashboards refer to it. */
export const reconcileErrors = {
  'transition-unlisted': {
    what: 'The desk was about to move a request in a way that the table of transitions does not have.',
    cure: 'This is a defect of the desk. Report it with the number of the issue.',
    exit: 2,
  },
  'desk-approval': {
    what: "The label request::approved or request::declined of a request was set by the desk's own account, and not by the desk: it never sets the first, and had decided on no decline.",
    cure: 'Somebody else may be using its token: replace it at once, and look at what else that account has done. The label counts for nothing.',
    exit: 2,
  },
} as const;
