import { describe, expect, it } from 'vitest';
import { planSetup } from '../../src/reconcile/setup.ts';
import { freshProject, shippedConfig } from './setup-project.ts';

const config = await shippedConfig();
const fresh = freshProject(config);
const start = '<!-- sme-desk:home:start -->';
const end = '<!-- sme-desk:home:end -->';

function homeAfter(content: string | null, extra: readonly string[] = []): string | null {
  const others = extra.map((slug) => ({ slug, title: slug, content: 'x' }));
  const pages = content === null ? others : [{ slug: 'home', title: 'home', content }, ...others];
  for (const action of planSetup({ ...fresh, wikiPages: pages }).actions) {
    if (action.kind === 'wiki.write') return action.content;
  }
  return null;
}

const page = homeAfter(null) ?? '';

describe('the wiki home page', () => {
  it('has the one link that opens the form confidentially', () => {
    const link =
      'https://gitlab.example.com/acme/sme-desk/-/issues/new?issuable_template=SME%20Request&issue[confidential]=true';

    expect(page.split(`(${link})`)).toHaveLength(2);
  });

  it('has the one link that opens a piece of customer feedback confidentially', () => {
    const link =
      'https://gitlab.example.com/acme/sme-desk/-/issues/new?issuable_template=Customer%20Feedback&issue[confidential]=true';

    expect(page.split(`(${link})`)).toHaveLength(2);
  });

  it('says who approves what, and by which clocks, from the configuration', () => {
    expect(page).toContain('| AI | `priya`, `omar` | `omar` |');
    expect(page).toContain('at least 48 hours before');
    expect(page).toContain('within 8 business hours');
  });

  it('mentions nobody', () => {
    expect(page).not.toContain('@');
  });

  it('lists what waits for an approver, for an SME, and for the reader', () => {
    const lists = page
      .split('```glql\n')
      .slice(1)
      .map((block) => block.split('```')[0] ?? '');
    const queries = lists.map((block) => /query: (.*)/.exec(block)?.[1] ?? '');

    expect(lists).toHaveLength(4);
    expect(queries.every((query) => query.startsWith('project = "acme/sme-desk" and type = Issue and'))).toBe(
      true,
    );
    expect(queries[0]).toContain('label = "request::awaiting-approval"');
    expect(queries[1]).toContain(
      'label in ("request::approved", "request::waitlisted", "request::assigned")',
    );
    expect(queries[2]).toContain('author = currentUser()');
    expect(queries[3]).toContain('assignee = currentUser()');
  });

  it('leads to dashboard, reports, SMEs and metrics once there is a report', () => {
    const after = homeAfter(page, ['reports/2026-11']);

    for (const link of [
      '[Dashboard](/dashboard)',
      '[SMEs](/smes)',
      '[Metrics](/metrics)',
      '[Reports](https://',
    ]) {
      expect(page).not.toContain(link);
      expect(after).toContain(link);
    }
    expect(homeAfter(page, ['runbook'])).toBeNull();
  });

  it('takes names of the configuration as text', () => {
    const areas = config.areas.map((area) => ({ ...area, name: 'A | <b> [x](y) ~"z" @all' }));
    const [action] = planSetup({ ...fresh, config: { ...config, areas } }).actions.filter(
      (each) => each.kind === 'wiki.write',
    );

    expect(action?.content).toContain('| A \\| ');
    expect(action?.content).not.toMatch(/<b>|[^\\]\]\(y\)|@all/);
  });

  it('has no HTML but its own two markers', () => {
    expect(page.match(/<[^>]*>/g)).toEqual([start, end]);
  });
});

describe('what people write on the home page', () => {
  it('stays around the desk’s part, character by character', () => {
    const before = 'Welcome\r\n\r\n  two spaces\t\n';
    const after = '\n\n\n## Ours\n<!-- note -->\n';
    const old = `${before}${start}\nold text\n${end}${after}`;

    expect(homeAfter(old)).toBe(`${before}${page.trim()}${after}`);
  });

  it('stays below the desk’s part on a page that had none', () => {
    expect(homeAfter('# Our team\n')).toBe(`${page.trim()}\n\n# Our team\n`);
  });

  it.each([
    ['around it', `Hello\n${page}\nBye`],
    ['with other line ends', page.replaceAll('\n', '\r\n')],
    ['without the last line end', page.trim()],
  ])('is no reason to write again: %s', (_, content) => {
    expect(homeAfter(content)).toBeNull();
  });

  it.each([
    ['the end is missing', `text ${start} text`],
    ['the start is missing', `text ${end} text`],
    ['they are in the wrong order', `${end}\n${start}`],
    ['there are two pairs', `${page}\n${page}`],
  ])('is not touched when the markers are damaged: %s', (_, content) => {
    const plan = planSetup({ ...fresh, wikiPages: [{ slug: 'home', title: 'home', content }] });

    expect(plan.actions.filter((action) => action.kind === 'wiki.write')).toEqual([]);
    expect(plan.advice[0]).toContain('markers are damaged');
  });
});
