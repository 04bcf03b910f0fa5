import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts', 'test/session/**/*.test.ts'], testTimeout: 20_000 },
});
