#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

try {
  /** @type {{ enableCompileCache?: () => void }} */ (module).enableCompileCache?.();
} catch {
  // An accelerator of newer Node only.
}

// In a clone, sources lie beside us: install what they need and bundle them if they changed. The package ships dist/ alone.
if (existsSync(new URL('../generators/cli.ts', import.meta.url))) {
  const { ensureBundle } = await import('../scripts/ensure-bundle.mjs');
  await ensureBundle();
}
// Made by the bundler: nothing that types could be checked of.
const { cli } = await import(new URL('../dist/cli.mjs', import.meta.url).href);
process.exitCode = await cli(process.argv.slice(2));
