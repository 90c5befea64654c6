import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';

const none = 'There is no folder "config" here, so this is no Wheelwright repository.';

test.each(['file', 'nowhere', 'empty', 'file/below'])('a root that is no repository is an error: %s', async (name) => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { file: 'a', 'empty/README.md': '' });
  const { exit, out, err } = await runCli(['verify', '--root', join(root, name)]);
  expect(exit).toBe(1);
  expect(out + err).toContain(none);
  expect(out).not.toContain('as it was written');
});

test.each([{ 'config/config.yaml': 'a' }, { 'out/.gitkeep': '' }])('%j has something to verify', async (files) => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, files);
  const { out, err } = await runCli(['verify', '--root', root]);
  expect(out + err).not.toContain(none);
});
