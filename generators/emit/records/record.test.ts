import { describe, expect, test } from 'vitest';
import { sha256 } from '../../disk/sha256.ts';
import { parseRecord } from './parse-record.ts';
import { printRecord, recordOwner, recordPath } from './record.ts';

const owner = { kind: 'spoke', name: 'payments-prod' } as const;
const path = 'out/.wheelwright/spokes/payments-prod.json';
const hash = sha256('a');
const text = printRecord(
  { owner, input: 'abc', facts: { region: 'us-west-2', account: 'payments' } },
  { 'out/hubs/west/b.yaml': hash, 'out/hubs/west/a.yaml': hash },
);

describe('a record', () => {
  test('is sorted, with a line per fact and file', () => {
    expect(text).toBe(`{
  "owner": {"kind": "spoke", "name": "payments-prod"},
  "input": "abc",
  "facts": {
    "account": "payments",
    "region": "us-west-2"
  },
  "files": {
    "out/hubs/west/a.yaml": "${hash}",
    "out/hubs/west/b.yaml": "${hash}"
  }
}
`);
  });

  test('is read as it was printed', () => {
    expect(parseRecord(path, text)).toEqual({
      owner,
      input: 'abc',
      facts: { account: 'payments', region: 'us-west-2' },
      files: new Map([
        ['out/hubs/west/a.yaml', hash],
        ['out/hubs/west/b.yaml', hash],
      ]),
      path,
      text,
    });
  });

  test('may be empty', () => {
    const empty = printRecord({ owner, input: '', facts: {} }, {});
    expect(JSON.parse(empty)).toEqual({ owner, input: '', facts: {}, files: {} });
    expect(parseRecord(path, empty)).toMatchObject({ files: new Map() });
  });

  test('lies where its owner says, and nowhere else', () => {
    expect(recordPath(owner)).toBe(path);
    expect(recordOwner(path)).toEqual(owner);
    expect(recordPath({ kind: 'library', name: 'aws-v1' })).toBe('out/.wheelwright/libraries/aws-v1.json');
    for (const elsewhere of [
      'out/.wheelwright/spokes/a',
      'out/.wheelwright/spokes/.json',
      'out/.wheelwright/spokes/A.json',
      'out/.wheelwright/spokes/a/b.json',
      'out/.wheelwright/constructor/a.json',
      'out/.wheelwright/a.json',
      'out/spokes/a.json',
    ]) {
      expect(recordOwner(elsewhere), elsewhere).toBeUndefined();
    }
    expect(() => recordPath({ kind: 'spoke', name: '../a' })).toThrow('no file can be named after the spoke "../a"');
  });
});

describe('a record that somebody tampered with', () => {
  const withFiles = (files: unknown): string => JSON.stringify({ owner, input: '', facts: {}, files });
  test.each([
    ['', 'is not valid JSON'],
    ['{"owner"', 'is not valid JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{}', 'names another owner than its file name does'],
    [text.replace('"payments-prod"', '"ledger"'), 'names another owner than its file name does'],
    [text.replace('"spoke"', '"hub"'), 'names another owner than its file name does'],
    [text.replace('"abc"', '1'), 'has no `input`'],
    [text.replace('"us-west-2"', '{}'), 'has no `facts`, or some that are no text'],
    [withFiles([]), 'has no `files`'],
    [withFiles({ 'out/a': 'x' }), 'gives "out/a" something that is no SHA-256'],
    ...[
      '/etc/passwd',
      'config/config.yaml',
      'out',
      'out/',
      'out//a',
      'out/./a',
      'out/../config/config.yaml',
      'out/a/..',
      'out/a\\..\\..\\b',
      'out/a\nb',
      'out/\u0000',
      '../out/a',
      'outside/a',
      'out/.wheelwright',
      'out/.wheelwright/spokes/ledger.json',
    ].map((file) => [
      withFiles({ [file]: hash }),
      `claims ${JSON.stringify(file)}, which is no path of a file in out/`,
    ]),
  ])('%j is refused', (content, reason) => {
    expect(parseRecord(path, content as string)).toEqual({ reason, salvaged: new Map() });
  });

  test('a name that merely looks like a step up is fine', () => {
    expect(parseRecord(path, withFiles({ 'out/..a/b..': hash }))).toMatchObject({
      files: new Map([['out/..a/b..', hash]]),
    });
  });

  test('of a merge with conflicts, the hashes of both sides are known, and only of files in out/', () => {
    const other = sha256('b');
    const conflict = text
      .replace('  "input": "abc",\n', '<<<<<<< HEAD\n  "input": "abc",\n=======\n  "input": "def",\n>>>>>>> theirs\n')
      .replace(
        `    "out/hubs/west/b.yaml": "${hash}"\n`,
        `<<<<<<< HEAD\n    "out/hubs/west/b.yaml": "${hash}"\n=======\n    "out/hubs/west/b.yaml": "${other}",\n    "out/../x": "${other}"\n>>>>>>> theirs\n`,
      );
    expect(parseRecord(path, conflict)).toEqual({
      reason: 'holds conflict markers of a merge',
      salvaged: new Map([
        ['out/hubs/west/a.yaml', [hash]],
        ['out/hubs/west/b.yaml', [hash, other]],
      ]),
    });
  });
});
