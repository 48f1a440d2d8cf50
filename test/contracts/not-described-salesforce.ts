import { z } from 'zod';
import type { NotDescribed } from './not-described-route.ts';

const manual = 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest';

const id = z.string().regex(/^[A-Za-z0-9]{18}$/);
/** Always a list, even of one. */
const refusal = z
  .array(
    z.strictObject({ message: z.string(), errorCode: z.string(), fields: z.array(z.string()).optional() }),
  )
  .min(1);
const refusals = { 400: refusal, 401: refusal, 403: refusal, 404: refusal };

/** Its own fields, and those of parents one dot away; nothing deeper than five levels of parents exists. */
const row = z.looseObject({ attributes: z.looseObject({ type: z.string() }) });
const rows = z.union([
  z.strictObject({ totalSize: z.int(), done: z.literal(true), records: z.array(row) }),
  z.strictObject({
    totalSize: z.int(),
    done: z.literal(false),
    nextRecordsUrl: z.string(),
    records: z.array(row),
  }),
]);

const teamMember = z.strictObject({
  attributes: z.strictObject({ type: z.literal('OpportunityTeamMember') }).optional(),
  OpportunityId: z.string(),
  UserId: z.string(),
  TeamMemberRole: z.string().nullable().optional(),
});
const saved = z.strictObject({ id, success: z.literal(true), errors: z.tuple([]) });
const notSaved = z.strictObject({
  success: z.literal(false),
  errors: z.array(
    z.strictObject({ statusCode: z.string(), message: z.string(), fields: z.array(z.string()) }),
  ),
});

/** Queries and nothing else: whatever else the desk put into it would be a write that nobody sees. */
const queries = z.strictObject({
  allOrNone: z.boolean().optional(),
  compositeRequest: z
    .array(
      z.strictObject({
        method: z.literal('GET'),
        url: z
          .string()
          .regex(/^\/services\/data\/v\d\d\.0\/query\/\?q=/)
          .max(16_384),
        referenceId: z.string().regex(/^\w+$/),
      }),
    )
    .min(1)
    .max(5),
});
const composed = { httpHeaders: z.record(z.string(), z.string()), referenceId: z.string() };
const compositeAnswer = z.strictObject({
  compositeResponse: z.array(
    z.union([
      z.strictObject({ ...composed, httpStatusCode: z.literal(200), body: rows }),
      z.strictObject({ ...composed, httpStatusCode: z.int().min(400), body: refusal }),
    ]),
  ),
});

/** Salesforce publishes no description of its REST API, so all of it is checked against its manual as read here. */
export const salesforceRoutes: readonly NotDescribed[] = [
  {
    route: 'POST /services/oauth2/token',
    query: [],
    body: z.looseObject({ grant_type: z.string() }),
    answers: {
      200: z.looseObject({
        access_token: z.string(),
        instance_url: z.url(),
        token_type: z.literal('Bearer'),
        issued_at: z.string().regex(/^\d+$/),
      }),
      400: z.strictObject({ error: z.string(), error_description: z.string() }),
    },
    because: `${manual}/intro_oauth_and_connected_apps.htm`,
  },
  {
    route: 'GET /services/data/{version}/query',
    query: ['q'],
    body: null,
    answers: { 200: rows, ...refusals },
    because: `${manual}/resources_query.htm`,
  },
  {
    route: 'GET /services/data/{version}/query/{locator}',
    query: [],
    body: null,
    answers: { 200: rows, ...refusals },
    because: `${manual}/resources_query_more_results.htm`,
  },
  {
    route: 'POST /services/data/{version}/sobjects/OpportunityTeamMember',
    query: [],
    body: teamMember,
    answers: { 201: saved, ...refusals },
    because: `${manual}/dome_sobject_create.htm`,
  },
  {
    route: 'DELETE /services/data/{version}/sobjects/OpportunityTeamMember/{id}',
    query: [],
    body: null,
    answers: { 204: z.literal(''), ...refusals },
    because: `${manual}/dome_delete_record.htm`,
  },
  {
    route: 'POST /services/data/{version}/composite',
    query: [],
    body: queries,
    answers: { 200: compositeAnswer, ...refusals },
    because: `${manual}/resources_composite_composite_post.htm`,
  },
  {
    route: 'POST /services/data/{version}/composite/sobjects',
    query: [],
    body: z.strictObject({ allOrNone: z.boolean().optional(), records: z.array(z.looseObject({})) }),
    answers: { 200: z.array(z.union([saved, notSaved])), ...refusals },
    because: `${manual}/resources_composite_sobjects_collections_create.htm`,
  },
];
