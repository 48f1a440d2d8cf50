import type { ProjectAction } from '../../plan/action.ts';
import type { BoardFacts } from '../../report/board/board-facts.ts';
import { engagePmPage } from '../../report/board/engage-pm-page.ts';
import { topRequestsPage } from '../../report/board/top-requests-page.ts';
import { keepPage, type WikiPage } from '../publish/wiki-pages.ts';

/** The pages to write, and one sentence for each that cannot be. */
interface BoardPages {
  readonly actions: readonly ProjectAction[];
  readonly problems: readonly string[];
}

/** Of the improvements of all areas, which publishing writes. */
const improvements = 'improvements';

/** A wiki page as it should be. */
interface WantedPage {
  readonly slug: string;
  readonly content: string;
}

/**
 * What the wiki should say of the board: the top requests of each formal area, and who the product managers are.
 * While Salesforce does not answer there are no ranks, so that the pages with them wait
 * (`docs/rules.md#customer-feedback`).
 */
export function wantedPages(facts: BoardFacts): readonly WantedPage[] {
  const { config, scores } = facts;
  const formal = config.areas.filter(({ tier, key }) => tier === 'formal' && key !== improvements);
  const ranked = scores.kind === 'down' ? [] : formal;
  return [
    ...ranked.map((area) => ({ slug: `feedback/${area.key}`, content: topRequestsPage(facts, area) })),
    { slug: 'engage-pm', content: engagePmPage(config) },
  ];
}

/** Writes the pages of {@link wantedPages} that say something else. */
export function boardPages(facts: BoardFacts, pages: readonly WikiPage[]): BoardPages {
  const wanted = wantedPages(facts);
  return {
    actions: wanted.flatMap(({ slug, content }) => keepPage(pages, slug, content)),
    problems: problemsOf(facts),
  };
}

function problemsOf({ config }: BoardFacts): string[] {
  if (!config.areas.some(({ tier, key }) => tier === 'formal' && key === improvements)) return [];
  return [
    'The top requests of the area "improvements" are on no page: feedback/improvements is the page of all areas. Give the area another key in config/program.yml.',
  ];
}
