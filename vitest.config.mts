import { defineConfig } from 'vitest/config';

const sessions = 'test/session/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'rules alone', include: ['test/unit/**/*.test.ts', sessions] } },
      {
        extends: true,
        test: {
          name: 'with the tagger',
          include: ['test/unit/articles.test.ts', sessions],
          env: { TEST_WITH_TAGGER: '1' },
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
