import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { readArgs, readOpening } from './command-line.ts';

const command: Command = {
  usage: 'explain (CODE | FILE[:LINE])',
  example: 'explain network/cidr-overlap',
  options: {
    base: { type: 'string' },
    quiet: { type: 'boolean', short: 'q' },
    only: { type: 'string', multiple: true },
  },
  optionHelp: { base: 'REF  compare with it', quiet: 'say less', only: 'NAME  just these' },
  positionals: { min: 1, max: 2 },
  run: () => 0,
};

describe('readOpening', () => {
  test('finds the verb behind global options', () => {
    expect(readOpening(['--root', 'build', 'check', '--base', 'main'])).toEqual({
      verb: 'check',
      help: false,
      version: false,
      rest: ['--root', 'build', '--base', 'main'],
    });
  });

  test('sees --help and -h wherever they stand', () => {
    expect(readOpening(['build', '--help'])).toMatchObject({ verb: 'build', help: true });
    expect(readOpening(['-h'])).toMatchObject({ verb: undefined, help: true });
  });
});

describe('readArgs', () => {
  test('separates global options from those of the command', () => {
    const args = readArgs(['a', '--root=/fleet', '-q', '--only', 'x', '--format', 'json', '--only', 'y'], command);
    expect(args).toEqual({
      root: '/fleet',
      format: 'json',
      positionals: ['a'],
      values: { quiet: true, only: ['x', 'y'] },
    });
  });

  test('works on the working directory and prints for people unless it is told otherwise', () => {
    expect(readArgs(['a'], command)).toEqual({ root: '.', format: 'pretty', positionals: ['a'], values: {} });
  });

  test.each([
    [['a', '--bse', 'main'], 'unknown option --bse. Did you mean --base?'],
    [['a', '--constructor'], 'unknown option --constructor.'],
    [['a', '-x'], 'unknown option -x.'],
    [['a', '--base'], 'option --base needs a value.'],
    [['a', '--base', '--quiet'], 'option --base needs a value.'],
    [['a', '--quiet=yes'], 'option --quiet takes no value.'],
    [['a', '--format', 'xml'], 'unknown format "xml". Known: pretty, json.'],
    [['a', 'b', 'c'], 'unexpected argument "c".'],
    [[], 'an argument is missing: wheelwright explain (CODE | FILE[:LINE])'],
  ])('%j: %s', (argv, misuse) => {
    expect(readArgs(argv, command)).toEqual({ misuse });
  });
});
