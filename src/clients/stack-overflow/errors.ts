/** Stack Overflow's part of the error catalogue. A code is stable: runbooks and dashboards refer to it. */
export const stackOverflowErrors = {
  'stack-overflow-unreachable': {
    what: 'Stack Overflow for Teams cannot be reached.',
    cure: 'Check STACK_OVERFLOW_API_URL, the network and HTTPS_PROXY. Then run again.',
    exit: 2,
  },
  'stack-overflow-answer-lost': {
    what: 'The connection to Stack Overflow for Teams broke before the whole answer was there.',
    cure: 'Run again. If it repeats, check the proxy.',
    exit: 2,
  },
  'stack-overflow-failed': {
    what: 'Stack Overflow for Teams answered with a server error.',
    cure: 'Run again later. If it lasts, read https://stackstatus.net.',
    exit: 2,
  },
  'stack-overflow-rate-limited': {
    what: 'Stack Overflow for Teams said that the token asks too often.',
    cure: 'Run again in an hour. If it repeats, give the desk a token that nothing else uses.',
    exit: 2,
  },
  'stack-overflow-stopped': {
    what: 'Stack Overflow for Teams was not asked, because it said stop earlier in this run.',
    cure: 'See the first Stack Overflow error of this run; its cure helps for this one too.',
    exit: 2,
  },
  'stack-overflow-token-refused': {
    what: 'Stack Overflow for Teams refuses the token: it is wrong, expired or revoked.',
    cure: 'Make a new personal access token for the team and put it into STACK_OVERFLOW_TOKEN.',
    exit: 2,
  },
  'stack-overflow-right-missing': {
    what: 'The token may not read this in Stack Overflow for Teams.',
    cure: 'Let the token be one of this team, and see that the plan of the team has access to the API.',
    exit: 2,
  },
  'stack-overflow-team-not-found': {
    what: 'Stack Overflow for Teams does not know the address of the team, or does not show it to the desk.',
    cure: 'Check the team at the end of STACK_OVERFLOW_API_URL, and that the token is one of this team.',
    exit: 2,
  },
  'stack-overflow-tag-unknown': {
    what: 'Stack Overflow for Teams has no tag of a name in areas[].stack_overflow_tags.',
    cure: 'Write the tag as Stack Overflow spells it, not a synonym of it; take it out while nobody has used it.',
    exit: 2,
  },
  'stack-overflow-refused': {
    what: 'Stack Overflow for Teams refused the call.',
    cure: 'Check STACK_OVERFLOW_API_URL: it has to be the address of API v3. Look the status up at https://api.stackoverflowteams.com/v3.',
    exit: 2,
  },
  'stack-overflow-answer-unreadable': {
    what: 'Stack Overflow for Teams answered something that is not what its API describes.',
    cure: 'Check that STACK_OVERFLOW_API_URL is the address of API v3 itself and not a login page or proxy page.',
    exit: 2,
  },
  'stack-overflow-list-incomplete': {
    what: 'A list of Stack Overflow for Teams could not be read to its end.',
    cure: 'Run again. If it repeats, check for a proxy that changes answers.',
    exit: 2,
  },
  'stack-overflow-route-not-allowed': {
    what: 'The desk was about to send Stack Overflow for Teams a request that is not on its allow-list; nothing was sent.',
    cure: 'Report it: the list of allowed routes lacks one.',
    exit: 2,
  },
  'stack-overflow-url-invalid': {
    what: 'STACK_OVERFLOW_API_URL is not an address the desk can use.',
    cure: 'Write it like https://api.stackoverflowteams.com/v3/teams/acme, without query or user name.',
    exit: 1,
  },
} as const;
