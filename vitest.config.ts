import { defineConfig } from 'vitest/config';
import { generatedForVite } from './scripts/bundling/generated.mjs';

const tests = ['generators/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'conformance/**/*.test.ts'];

/** Documents, processes, packages, hostile input: most of the time of all tests. `npm run gate` leaves them out. */
const slow = [
  'conformance/agreement/corpus/mutate.test.ts',
  'generators/{determinism,docs,package}.test.ts',
  'generators/codes/examples.test.ts',
  'generators/commands/build/build.test.ts',
  'generators/commands/explain/explain-edits.test.ts',
  'generators/commands/messages/*.test.ts',
  'generators/emit/interruption.test.ts',
  'generators/emit/records/compare-build.test.ts',
  'generators/kube/{hostile-kustomizations,kustomization-agreement}.test.ts',
  'generators/testing/bounded/bounded.test.ts',
  'scripts/launcher.test.ts',
];

/** They put a fake in the place of an extension, in modules that all other tests share. */
const replacing = ['generators/testing/fake-*/*.test.ts'];

export default defineConfig({
  plugins: [generatedForVite(import.meta.dirname)],
  test: {
    projects: [
      { extends: true, test: { name: 'fast', include: tests, exclude: [...slow, ...replacing] } },
      { extends: true, test: { name: 'replacing', include: replacing, isolate: true } },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
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
