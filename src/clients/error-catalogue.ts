import { gitlabErrors } from './gitlab/errors.ts';
import { salesforceErrors } from './salesforce/errors.ts';
import { slackErrors } from './slack/errors.ts';
import { stackOverflowErrors } from './stack-overflow/errors.ts';

/** One entry of the catalogue: what happened, in one sentence, and what to do next. */
export interface CatalogueEntry {
  readonly what: string;
  readonly cure: string;
  /** The exit code of a run that ends with it: 1 configuration, 2 an outside system. */
  readonly exit: 1 | 2;
}

/**
 * Every code a client can report, with its sentence and its cure. The runbook page of the clients is generated
 * from this table, so no client makes up a message of its own.
 */
export const errorCatalogue = {
  ...gitlabErrors,
  ...salesforceErrors,
  ...slackErrors,
  ...stackOverflowErrors,
} satisfies Record<string, CatalogueEntry>;

export type ClientErrorCode = keyof typeof errorCatalogue;
