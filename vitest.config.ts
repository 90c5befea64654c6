import { defineConfig } from 'vitest/config';
import { generatedForVite } from './scripts/bundling/generated.mjs';

export default defineConfig({
  plugins: [generatedForVite(import.meta.dirname)],
  test: {
    include: ['generators/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'conformance/**/*.test.ts'],
    // Threads start faster than processes; a test that needs another working directory or environment starts a process.
    pool: 'threads',
    // Nothing here keeps state between tests, so files of tests may share what they load.
    isolate: false,
    setupFiles: ['generators/testing/seed-properties.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    snapshotFormat: { escapeString: false, printBasicPrototype: false },
  },
});
