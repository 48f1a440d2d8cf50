import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    restoreMocks: true,
    maxWorkers: '100%',
    isolate: false,
    // The laws make much that lives for one run only: with more room for the young it is not moved about.
    execArgv: ['--max-semi-space-size=64'],
  },
});
