import { z } from 'zod';
import type { NotDescribed } from './not-described-route.ts';

/** The vendor's own pages about each route; their models were read there. */
const manual = 'https://api.stackoverflowteams.com/v3';

const time = z.iso.datetime({ offset: true });
const id = z.int().positive();

/** UserSummaryResponseModel. */
const user = z.strictObject({
  id: z.int(),
  accountId: z.int().nullable(),
  name: z.string(),
  avatarUrl: z.string(),
  webUrl: z.string(),
  reputation: z.int(),
  role: z.string(),
});

/** TagSummaryResponseModel. */
const tag = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  postCount: z.int(),
  subjectMatterExpertCount: z.int().nullable(),
  watcherCount: z.int(),
  creationDate: time,
  hasSynonyms: z.boolean(),
  webUrl: z.string(),
});

/** QuestionSummaryResponseModel. */
const question = z.strictObject({
  id,
  title: z.string(),
  body: z.string(),
  tags: z.array(tag),
  owner: user.nullable(),
  lastEditor: user.nullable(),
  creationDate: time,
  lastActivityDate: time.nullable(),
  score: z.int(),
  isAnswered: z.boolean(),
  answerCount: z.int(),
  viewCount: z.int(),
  webUrl: z.string(),
  shareUrl: z.string(),
  isDeleted: z.boolean(),
  isObsolete: z.boolean(),
  isClosed: z.boolean(),
  bounty: z.strictObject({ amount: z.int(), closes: time }).nullable(),
});

/** AnswerSummaryResponseModel. */
const answer = z.strictObject({
  id,
  questionId: id,
  body: z.string(),
  score: z.int(),
  isAccepted: z.boolean(),
  isDeleted: z.boolean(),
  isBookmarked: z.boolean(),
  isFollowed: z.boolean(),
  creationDate: time,
  lockedDate: time.nullable(),
  lastEditDate: time.nullable(),
  lastActivityDate: time.nullable(),
  deletionDate: time.nullable(),
  owner: user.nullable(),
  lastEditor: user.nullable(),
  lastActivityUser: user.nullable(),
  commentCount: z.int(),
  webUrl: z.string().nullable(),
  shareLink: z.string().nullable(),
  userCanFollow: z.boolean(),
  canBeFollowed: z.boolean(),
  isSubjectMatterExpert: z.boolean(),
});

/** PaginatedTags, PaginatedQuestions, PaginatedAnswers. */
function paginated(item: z.ZodType, ...sorts: readonly string[]): z.ZodType {
  return z.strictObject({
    totalCount: z.int().nonnegative(),
    pageSize: z.literal([15, 30, 50, 100]),
    page: id,
    totalPages: z.int().nonnegative(),
    sort: z.enum(sorts),
    order: z.enum(['asc', 'desc']),
    items: z.array(item),
  });
}

/** ProblemDetails. */
const problem = z.strictObject({
  type: z.string().nullable(),
  title: z.string().nullable(),
  status: z.int().nullable(),
  detail: z.string().nullable(),
  instance: z.string().nullable(),
});
const refusals = { 400: problem, 401: z.literal(''), 403: problem, 404: problem };

const paging = ['page', 'pageSize', 'sort', 'order'];

/**
 * Stack Overflow for Teams gives its description to its customers only, so the few routes the desk uses are checked
 * against what that description says of them, as far as clients that were generated from it show.
 */
export const stackOverflowRoutes: readonly NotDescribed[] = [
  {
    route: 'GET /v3/teams/{team}/tags',
    query: [...paging, 'partialName', 'hasSmes', 'hasSynonyms'],
    body: null,
    answers: { 200: paginated(tag, 'name', 'postCount', 'creationDate'), ...refusals },
    because: manual,
  },
  {
    route: 'GET /v3/teams/{team}/questions',
    query: [...paging, 'isAnswered', 'hasAcceptedAnswer', 'questionId', 'tagId', 'authorId', 'from', 'to'],
    body: null,
    answers: { 200: paginated(question, 'activity', 'creation', 'score'), ...refusals },
    because: manual,
  },
  {
    route: 'GET /v3/teams/{team}/questions/{questionId}/answers',
    query: paging,
    body: null,
    answers: { 200: paginated(answer, 'score', 'modified', 'creation'), ...refusals },
    because: manual,
  },
];
