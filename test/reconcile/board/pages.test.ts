import { describe, expect, it } from 'vitest';
import type { ProjectAction } from '../../../src/plan/action.ts';
import { boardPages } from '../../../src/reconcile/board/pages.ts';
import type { WikiPage } from '../../../src/reconcile/publish/wiki-pages.ts';
import { exampleConfig } from '../../builders/config.ts';
import { boardOnPaper, opened } from '../../report/board/board-on-paper.ts';

const board = boardOnPaper([{ iid: 1 }, { iid: 2, areaKey: 'appsec' }]);

function written(actions: readonly ProjectAction[]): WikiPage[] {
  return actions.flatMap((action) => (action.kind === 'wiki.write' ? [action] : []));
}

function slugs(actions: readonly ProjectAction[]): string[] {
  return written(actions).map(({ slug }) => slug);
}

const first = boardPages(board, []);

describe('the pages of the board', () => {
  it('are the top requests of each formal area and the product managers', () => {
    expect(slugs(first.actions)).toEqual([
      'feedback/ai',
      'feedback/appsec',
      'feedback/agile',
      'feedback/dedicated',
      'engage-pm',
    ]);
    expect(first.problems).toEqual([]);
  });

  it('are written again only where they say something else', () => {
    const pages = written(first.actions);
    const moved = boardOnPaper([
      { iid: 1, status: 'accepted', moved: opened },
      { iid: 2, areaKey: 'appsec' },
    ]);

    expect(boardPages(board, pages).actions).toEqual([]);
    expect(slugs(boardPages(moved, pages).actions)).toEqual(['feedback/ai']);
  });

  it('with ranks wait while Salesforce does not answer', () => {
    expect(slugs(boardPages(boardOnPaper([{ iid: 1 }], { salesforce: 'down' }), []).actions)).toEqual([
      'engage-pm',
    ]);
  });

  it('of an area that is called like the page of all are told and not written over it', () => {
    const config = exampleConfig();
    const areas = config.areas.slice(0, 1).map((area) => ({ ...area, key: 'improvements' }));
    const pages = boardPages(boardOnPaper([], { config: { ...config, areas } }), []);

    expect(slugs(pages.actions)).toEqual(['engage-pm']);
    expect(pages.problems).toHaveLength(1);
  });
});
