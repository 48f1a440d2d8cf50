import assert from 'node:assert/strict';
import { exampleConfig } from '../../builders/config.ts';
import { generatedHistory } from '../../builders/program-history.ts';
import type { Check } from '../check.ts';
import { dashboardOf } from '../sample.ts';
import { serve } from '../static-server.ts';
import { withDashboard } from '../watched-page.ts';

const hostile = '</script><img src=x onerror="alert(1)">=HYPERLINK("http://x.example")';

export const hostileChecks: readonly Check[] = [
  {
    name: 'names in the configuration stay text, whatever they contain',
    async run(surroundings) {
      const config = exampleConfig();
      const [first, ...others] = config.areas;
      assert.ok(first !== undefined);
      const areas = [{ ...first, name: hostile }, ...others];
      const program = { ...config.program, name: hostile };
      const history = generatedHistory({ requests: 40, config: { ...config, areas, program } });
      const { files } = await dashboardOf(history);
      const served = await serve(files);
      try {
        await withDashboard({ ...surroundings, served }, async (page) => {
          await page.locator('#area').selectOption(first.key);

          assert.equal(await page.locator('#area option:checked').innerText(), hostile);
          assert.equal(await page.locator('#program').innerText(), hostile);
          assert.equal(await page.locator('img').count(), 0);
        });
      } finally {
        await served.close();
      }
    },
  },
];
