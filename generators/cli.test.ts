import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from './cli.ts';
import type { Terminal } from './commands/command.ts';
import { commands } from './commands/table.ts';
import { rules } from './kro/rules/rules.ts';

async function run(...argv: string[]) {
  const printed = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    color: false,
    interactive: false,
    columns: 80,
  };
  return { exit: await cli(argv, terminal), ...printed };
}

describe('cli', () => {
  test('a bug is told without what a terminal would obey', async () => {
    const terminal: Terminal = {
      out: () => {
        throw new Error('\x1b[31m in \u202e a name');
      },
      err: (text) => printed.push(text),
      color: false,
      interactive: false,
      columns: 80,
    };
    const printed: string[] = [];
    expect(await cli(['--help'], terminal)).toBe(3);
    expect(printed.join('')).toContain('\\x1b[31m in \\u{202e} a name');
  });

  test('--help lists every command on stdout', async () => {
    const { exit, out, err } = await run('--help');
    expect([exit, err]).toEqual([0, '']);
    for (const verb of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${verb} +\\S`, 'm'));
  });

  test('without arguments it prints help on stderr and gives 2', async () => {
    const { exit, out, err } = await run();
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('Usage: wheelwright COMMAND [OPTIONS]');
  });

  test('--version prints nothing but the version', async () => {
    expect(await run('--version')).toEqual({ exit: 0, out: 'development\n', err: '' });
  });

  test('an unknown command is misuse, with the nearest name', async () => {
    expect(await run('biuld')).toEqual({
      exit: 2,
      out: '',
      err: 'error: unknown command "biuld". Did you mean "build"?\nRun `wheelwright --help` for usage.\n',
    });
  });

  test('a name that every object has is no command', async () => {
    expect((await run('constructor')).err).toContain('unknown command "constructor".');
  });

  test.each(Object.keys(commands))('%s says how it is used, with an example', async (verb) => {
    const { exit, out } = await run(verb, '--help');
    expect(exit).toBe(0);
    expect(out).toContain(`Usage: wheelwright ${verb}`);
    expect(out).toMatch(new RegExp(`\nExample:\n  wheelwright ${verb}\\b`));
  });

  test.each(Object.keys(commands))('%s refuses an unknown option', async (verb) => {
    const { exit, out, err } = await run(verb, '--rot', 'x');
    expect({ exit, out, err }).toEqual({
      exit: 2,
      out: '',
      err: `error: unknown option --rot. Did you mean --root?\nRun \`wheelwright ${verb} --help\` for usage.\n`,
    });
  });
});

test('a bug of ours gives 3 and says what to report', async () => {
  let err = '';
  const broken: Terminal = {
    out: () => {
      throw new Error('the pipe is upside down');
    },
    err: (text) => {
      err += text;
    },
    color: false,
    interactive: false,
    columns: 80,
  };
  expect(await cli(['--help'], broken)).toBe(3);
  expect(err).toContain('Please report this as a bug');
  expect(err).toContain('arguments: ["--help"]');
  expect(err).toContain('Error: the pipe is upside down\n    at ');
});

describe('bin/wheelwright.mjs', () => {
  const bin = join(import.meta.dirname, '../bin/wheelwright.mjs');

  test('runs the bundle and hands on its exit code', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    expect(spawnSync(process.execPath, [bin, 'biuld']).status).toBe(2);
  });

  test('reads standard input where a command is told to', () => {
    const lint = (input: string) => spawnSync(process.execPath, [bin, 'lint', '-'], { encoding: 'utf8', input });
    const { good, bad } = rules['kro/unknown-graph-field'];
    expect(lint(good)).toMatchObject({ status: 0, stdout: '1 graph: no problems.\n' });
    expect(lint(bad)).toMatchObject({ status: 1, stdout: expect.stringMatching(/--> <stdin>:\d+:\d+\n/) });
    expect(lint('')).toMatchObject({ status: 0, stdout: 'There is no ResourceGraphDefinition in "-".\n' });
  });

  test('says nothing when its reader goes away', () => {
    const closed = `( "${process.execPath}" "${bin}" --help; echo "status $?" >&2 ) | true`;
    const { stderr } = spawnSync('bash', ['-c', closed], { encoding: 'utf8' });
    expect(stderr).toBe('status 0\n');
  });
});
