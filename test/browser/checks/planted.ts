import assert from 'node:assert/strict';
import { axeFindings } from '../axe-findings.ts';
import type { Check } from '../check.ts';
import { expectedFigures } from '../expected-figures.ts';
import { mermaidFaults } from '../mermaid-drawing.ts';
import { offencesWhile, withDashboard, withPage } from '../watched-page.ts';
import { tooWide } from './dashboard-access.ts';
import { tableFaults } from './dashboard-figures.ts';
import { csvFaults } from './take-away.ts';

/** Faults that are planted, so that it is known that the checks above can fail. */
export const plantedChecks: readonly Check[] = [
  {
    name: 'planted: diagrams that are broken, empty or unknown are found',
    run: (surroundings) =>
      withPage(surroundings, 'checks/mermaid-10.html', async (page) => {
        const texts = [
          'xychart-beta\n  x-axis [Jan, Feb\n  line [1, 2]',
          'xychart-beta\n  x-axis [Jan, Feb]\n  y-axis "h" 0 --> 3\n',
          'xychart-beta\n  x-axis [Jan, Feb]\n  y-axis "h" 0 --> 3\n  line [1, null]',
          'radar-beta\n  axis a, b, c\n',
          'xychart-beta\n  x-axis [Jan, Feb]\n  y-axis "h" 0 --> 3\n  line [1, 2]',
        ];
        const faults = await mermaidFaults(
          page,
          texts.map((text, index) => ({ place: String(index), text })),
        );

        assert.deepEqual(
          faults.map((fault) => fault[0]),
          ['0', '1', '2', '3'],
        );
      }),
  },
  {
    name: 'planted: what axe-core must find is found',
    run: (surroundings) =>
      withDashboard(surroundings, async (page) => {
        const axe = String(surroundings.sample.files.get('checks/axe.js'));
        await page.evaluate(() => {
          document.querySelector('.line svg')?.removeAttribute('aria-label');
          document.querySelector('label[for="area"]')?.remove();
          document.querySelector<HTMLElement>('.tile .goal')?.style.setProperty('color', '#ccc');
        });
        const findings = (await axeFindings(page, axe)).map((each) => each.split(':')[0]).sort();

        assert.deepEqual(findings, ['color-contrast', 'select-name', 'svg-img-alt']);
      }),
  },
  {
    name: 'planted: errors, dialogs and requests that leave the machine are offences, and the page’s policy stops them',
    async run(surroundings) {
      const offences = await offencesWhile(surroundings, 'checks/mermaid-10.html', async (page) => {
        await page.evaluate(() => {
          // biome-ignore lint/suspicious/noConsole: it is the fault that is planted
          console.error('planted');
          alert('planted');
          void fetch('http://elsewhere.example/x').catch(() => {});
        });
        await page.waitForTimeout(100);
      });
      assert.deepEqual(
        ['console: planted', 'dialog: planted', 'request: http://elsewhere.example/x'].filter(
          (each) => !offences.includes(each),
        ),
        [],
      );

      const blocked = await offencesWhile(surroundings, '', async (page) => {
        await page.evaluate(() => {
          const script = document.createElement('script');
          script.textContent = 'alert(1)';
          document.body.append(script);
          void fetch('http://elsewhere.example/x').catch(() => {});
        });
        await page.waitForTimeout(100);
      });
      assert.deepEqual(
        blocked.filter((each) => /^(?:dialog|request)/.test(each)),
        [],
      );
      assert.equal(blocked.filter((each) => /Content Security Policy/.test(each)).length >= 2, true);
    },
  },
  {
    name: 'planted: a wrong number, a lost line and a wide element are found',
    run: (surroundings) =>
      withDashboard(
        surroundings,
        async (page) => {
          const all = expectedFigures(surroundings.sample.data);
          const csv = String(surroundings.sample.files.get('figures.csv'));
          const csvFigures = all.filter(({ kind, n }) => kind !== 'cell' || n > 0);
          const quarters = surroundings.sample.data.periods.filter(({ kind }) => kind === 'quarter');
          const quarter = quarters.at(-1)?.name ?? '';
          await page.locator('#from').selectOption(quarter);
          const more = page.locator('#table-more');
          if (await more.isVisible()) await more.click();
          const shown = all.filter(({ kind, period }) => kind === 'overall' && period === quarter);
          const wrong = shown.map((each, index) =>
            index === 3 ? { ...each, value: (each.value ?? 0) + 1 } : each,
          );

          assert.deepEqual(await tableFaults(page, shown, surroundings), []);
          assert.equal((await tableFaults(page, wrong, surroundings)).length, 1);
          assert.equal(csvFaults(csv.split('\r\n').toSpliced(5, 1).join('\r\n'), csvFigures).length, 2);
          await page.evaluate(() =>
            document.querySelector<HTMLElement>('.tile')?.style.setProperty('width', '900px'),
          );
          assert.notDeepEqual(await tooWide(page), []);
        },
        { query: '?by=quarter', viewport: { width: 390, height: 844 } },
      ),
  },
];
