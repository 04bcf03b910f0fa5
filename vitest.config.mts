import { defineConfig } from 'vitest/config';

const sessions = 'test/session/**/*.test.ts';
const tagger = { TEST_WITH_TAGGER: '1' };

export default defineConfig({
  // as in the bundles
  define: { __VERSION__: JSON.stringify('0.0.0'), __READER__: JSON.stringify('as in the tests') },
  test: {
    testTimeout: 60_000, // a guard against hanging alone: much else may run on a machine
    maxWorkers: '100%', // else one core is left idle, of two one half
    projects: [
      { extends: true, test: { name: 'rules-alone', include: ['test/unit/**/*.test.ts', sessions] } },
      { extends: true, test: { name: 'process', include: ['test/process/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: { name: 'with-tagger', include: ['test/unit/articles.test.ts', sessions], env: tagger },
      },
      {
        extends: true,
        test: {
          name: 'archive',
          include: ['test/archive/**/*.test.ts'],
          // nodes of OpenSearch are started and killed
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          // what is printed for a terminal is told apart from what acts in one
          env: { ...tagger, NO_COLOR: '1' },
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'work',
          include: ['test/work/**/*.test.ts'],
          env: tagger,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['server/src/**/*.ts', 'protocol/src/**/*.ts', 'media/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});
