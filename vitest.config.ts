import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    restoreMocks: true,
    maxWorkers: '100%',
    isolate: false,
    // Node itself runs the tests, as it runs the scripts: nothing is translated, and imports are not looked up anew
    // at each use. Nothing here needs what that costs, which is modules mocked by their name.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // The laws make much that lives for one run only: with more room for the young it is not moved about.
    execArgv: ['--max-semi-space-size=64'],
  },
});
