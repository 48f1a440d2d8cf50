/** Salesforce's part of the error catalogue. A code is stable: runbooks and dashboards refer to it. */
export const salesforceErrors = {
  'salesforce-unreachable': {
    what: 'Salesforce cannot be reached.',
    cure: 'Check SALESFORCE_LOGIN_URL, the network and HTTPS_PROXY. Then run again.',
    exit: 2,
  },
  'salesforce-answer-lost': {
    what: 'The connection to Salesforce broke before the whole answer was there.',
    cure: 'Nothing to do: the next run looks whether the write has happened. If it repeats, check the proxy.',
    exit: 2,
  },
  'salesforce-failed': {
    what: 'Salesforce answered with a server error.',
    cure: 'Nothing to do: the next run looks again. If it lasts, read https://status.salesforce.com.',
    exit: 2,
  },
  'salesforce-rate-limited': {
    what: 'Salesforce said that its request limit is used up.',
    cure: 'Nothing to do: the rest is done in a later run. If it repeats, look at the API usage of the organisation.',
    exit: 2,
  },
  'salesforce-stopped': {
    what: 'Salesforce was not asked, because it said stop earlier in this run.',
    cure: 'See the first Salesforce error of this run; its cure helps for this one too.',
    exit: 2,
  },
  'salesforce-login-refused': {
    what: 'Salesforce refuses the credentials of the desk.',
    cure: 'Check SALESFORCE_CLIENT_ID with SALESFORCE_CLIENT_SECRET, or SALESFORCE_USERNAME with SALESFORCE_PRIVATE_KEY, the run-as user of the app, and that SALESFORCE_LOGIN_URL is the My Domain address.',
    exit: 2,
  },
  'salesforce-key-unreadable': {
    what: 'SALESFORCE_PRIVATE_KEY is not a private key that can sign with RS256.',
    cure: 'Put the whole PEM text of the RSA private key into SALESFORCE_PRIVATE_KEY, from its BEGIN line to its END line.',
    exit: 1,
  },
  'salesforce-session-refused': {
    what: 'Salesforce refuses the session although the login has just succeeded.',
    cure: 'Check the IP restrictions and session policies of the app and of the integration user.',
    exit: 2,
  },
  'salesforce-right-missing': {
    what: 'The integration user may not do this in Salesforce.',
    cure: 'Give the integration user read on Opportunity, Account and User, and create and delete on OpportunityTeamMember.',
    exit: 2,
  },
  'salesforce-object-missing': {
    what: 'Salesforce does not know an object or field the desk asks for.',
    cure: 'Switch on Team Selling (opportunity teams), and check salesforce.slack_channel_field, salesforce.nps and the field rights of the integration user.',
    exit: 2,
  },
  'salesforce-refused': {
    what: 'Salesforce refused the call.',
    cure: 'Look the code up in the error codes of the Salesforce REST API; validation rules and triggers can refuse a row.',
    exit: 2,
  },
  'salesforce-answer-unreadable': {
    what: 'Salesforce answered something that is not what its API describes.',
    cure: 'Check that SALESFORCE_LOGIN_URL is the My Domain address itself and not a login page or proxy page.',
    exit: 2,
  },
  'salesforce-query-incomplete': {
    what: 'An answer of Salesforce could not be read to its end.',
    cure: 'Run again. If it repeats, check for a proxy that cuts answers.',
    exit: 2,
  },
  'salesforce-id-invalid': {
    what: 'The desk was about to use a text as a Salesforce id that is none; nothing was sent.',
    cure: 'Correct the id in the roster or in the request: 15 or 18 characters, copied from Salesforce.',
    exit: 2,
  },
  'salesforce-day-invalid': {
    what: 'The desk was about to use a text as a day that is none; nothing was sent.',
    cure: 'Write the time of --now like 2026-12-01T08:00:00Z. If you gave none, report it.',
    exit: 2,
  },
  'salesforce-field-invalid': {
    what: 'The value of salesforce.slack_channel_field, or of salesforce.nps.field, is not the API name of a field.',
    cure: 'Write the API name, for example Slack_Channel__c: letters, digits and underscores only.',
    exit: 1,
  },
  'salesforce-route-not-allowed': {
    what: 'The desk was about to send Salesforce a request that is not on its allow-list; nothing was sent.',
    cure: 'Report it: either an id is malformed, or the list of allowed routes lacks one.',
    exit: 2,
  },
  'salesforce-url-invalid': {
    what: 'SALESFORCE_LOGIN_URL, or the instance address Salesforce gave, is not an address the desk can trust.',
    cure: 'Write SALESFORCE_LOGIN_URL like https://example.my.salesforce.com, without path, query or user name.',
    exit: 1,
  },
} as const;
