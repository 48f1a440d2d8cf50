import {
  opportunityChangeSchema,
  pipelineRowSchema,
  stageSchema,
  surveyAnswerSchema,
} from './pipeline-schema.ts';
import {
  historyQueries,
  pipelineQueries,
  pipelineSinceQuery,
  stagesQuery,
  surveyQueries,
} from './pipeline-soql.ts';
import { queryAll } from './query-all.ts';
import type { Session } from './session.ts';
import type { SalesforcePipeline } from './types.ts';

/** The calls a report makes. Each gives everything there is or throws a ClientError: half a pipeline would be believed. */
export function pipelineCalls(session: Session): SalesforcePipeline {
  return {
    async pipelineRows(ids, options) {
      return await queryAll(session, pipelineRowSchema, pipelineQueries(ids, options));
    },
    async pipelineSince(day) {
      return await queryAll(session, pipelineRowSchema, [pipelineSinceQuery(day)]);
    },
    async opportunityHistory(opportunityIds, options) {
      return await queryAll(session, opportunityChangeSchema, historyQueries(opportunityIds, options));
    },
    async stages() {
      return await queryAll(session, stageSchema, [stagesQuery]);
    },
    async surveyAnswers(opportunityIds, survey) {
      const queries = surveyQueries(opportunityIds, survey);
      const rows = await queryAll(session, surveyAnswerSchema(survey), queries);
      const given = rows.filter(({ answer }) => answer !== null);
      return {
        answers: Object.fromEntries(given.map(({ opportunityId, answer }) => [opportunityId, answer ?? 0])),
        accounts: Object.fromEntries(
          given.flatMap(({ opportunityId, account }) => (account === null ? [] : [[opportunityId, account]])),
        ),
      };
    },
  };
}
