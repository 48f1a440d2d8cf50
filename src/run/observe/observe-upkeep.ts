import { createHash } from 'node:crypto';
import type { GitLab, GitLabBoard } from '../../clients/gitlab/types.ts';
import type { Config } from '../../config/types.ts';
import { standingKeyOf } from '../../domain/record/own-issues.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { isMeetingTime, meetingKeyOf } from '../../reconcile/board/meetings.ts';
import { wantedPages } from '../../reconcile/board/pages.ts';
import { reviewLabel } from '../../reconcile/publish/review-issue.ts';
import { keepPage, type WikiPage } from '../../reconcile/publish/wiki-pages.ts';
import type { BoardFacts } from '../../report/board/board-facts.ts';
import type { CardCache } from './card-cache.ts';
import { observeStanding } from './observe-standing.ts';

/** What stands beside the cards: boards, the pages of the wiki, and the meetings whose issue is there. */
export interface ObservedUpkeep {
  readonly boards: readonly GitLabBoard[];
  /** As far as they matter; a page that an earlier run has found as it should be stands here as that. */
  readonly pages: readonly WikiPage[];
  /** Keys of the meetings; empty while none may have to be opened. */
  readonly opened: readonly string[];
}

/** Reads the boards each day, the wiki only if a page may be stale, and the meetings only while one is due. */
export async function observeUpkeep(
  gitlab: GitLab,
  snapshot: Snapshot,
  facts: BoardFacts,
  cache: CardCache | null,
): Promise<ObservedUpkeep> {
  const { config } = facts;
  return {
    boards: await gitlab.boards(),
    pages: await observePages(gitlab, facts, cache),
    opened: isMeetingTime(config, snapshot.now) ? await openedMeetings(gitlab, snapshot, config) : [],
  };
}

async function observePages(
  gitlab: GitLab,
  facts: BoardFacts,
  cache: CardCache | null,
): Promise<readonly WikiPage[]> {
  const wanted = wantedPages(facts).map((page) => ({
    ...page,
    title: page.slug,
    hash: hashOf(page.content),
  }));
  const isKnown = wanted.every(({ slug, hash }) => cache?.page(slug) === hash);
  const pages = isKnown ? wanted : await gitlab.wikiPages();
  for (const { slug, content, hash } of wanted)
    if (keepPage(pages, slug, content).length === 0) cache?.keepPage(slug, hash);
  return pages;
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** By marker, or by title where those it is for have taken the marker out. */
async function openedMeetings(gitlab: GitLab, { desk }: Snapshot, { areas }: Config): Promise<string[]> {
  const issues = await observeStanding(gitlab, desk.ids, reviewLabel);
  return issues.flatMap((issue) =>
    [standingKeyOf(issue, desk.ids), meetingKeyOf(issue, areas)].filter((key) => key !== null),
  );
}
