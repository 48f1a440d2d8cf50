import type { StackOverflowWorld, TeamAnswer, TeamQuestion, TeamTag } from './state.ts';

/*
 * What API v3 answers, with the fields of its models (QuestionSummaryResponseModel and so on,
 * https://api.stackoverflowteams.com/v3), whether the desk reads them or not.
 */

const site = 'https://stackoverflowteams.com/c';

export function shownTag(world: StackOverflowWorld, tag: TeamTag): Record<string, unknown> {
  return {
    id: tag.id,
    name: tag.name,
    description: '',
    postCount: world.questions.filter(({ tags }) => tags.includes(tag.id)).length,
    subjectMatterExpertCount: 0,
    watcherCount: 0,
    creationDate: '2026-01-12T09:00:00Z',
    hasSynonyms: false,
    webUrl: `${site}/${world.slug}/questions/tagged/${tag.name}`,
  };
}

export function shownQuestion(world: StackOverflowWorld, question: TeamQuestion): Record<string, unknown> {
  const last = Math.max(question.at, ...question.answers.map(({ at }) => at));
  return {
    id: question.id,
    title: question.title,
    body: question.body,
    tags: world.tags.filter(({ id }) => question.tags.includes(id)).map((tag) => shownTag(world, tag)),
    owner: shownUser(world, question.owner),
    lastEditor: null,
    creationDate: time(question.at),
    lastActivityDate: time(last),
    score: question.score,
    isAnswered: question.answers.some(({ score }) => score > 0),
    answerCount: question.answers.length,
    viewCount: 0,
    webUrl: `${site}/${world.slug}/questions/${question.id}`,
    shareUrl: `${site}/${world.slug}/q/${question.id}`,
    isDeleted: false,
    isObsolete: false,
    isClosed: false,
    bounty: null,
  };
}

export function shownAnswer(
  world: StackOverflowWorld,
  question: TeamQuestion,
  answer: TeamAnswer,
): Record<string, unknown> {
  return {
    id: answer.id,
    questionId: question.id,
    body: answer.body,
    score: answer.score,
    isAccepted: false,
    isDeleted: false,
    isBookmarked: false,
    isFollowed: false,
    creationDate: time(answer.at),
    lockedDate: null,
    lastEditDate: null,
    lastActivityDate: time(answer.at),
    deletionDate: null,
    owner: shownUser(world, answer.owner),
    lastEditor: null,
    lastActivityUser: shownUser(world, answer.owner),
    commentCount: 0,
    webUrl: `${site}/${world.slug}/a/${answer.id}`,
    shareLink: `${site}/${world.slug}/a/${answer.id}`,
    userCanFollow: false,
    canBeFollowed: false,
    isSubjectMatterExpert: false,
  };
}

function shownUser(world: StackOverflowWorld, owner: number | null): Record<string, unknown> | null {
  const user = world.users.find(({ id }) => id === owner);
  if (user === undefined) return null;
  return {
    id: user.id,
    accountId: user.id + 1000,
    name: user.name,
    avatarUrl: `${site}/${world.slug}/users/${user.id}/avatar`,
    webUrl: `${site}/${world.slug}/users/${user.id}`,
    reputation: 1,
    role: 'Registered',
  };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
