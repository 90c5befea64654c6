import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compilation, compile } from './compile.ts';
import { vendoredMeans } from './disk/vendored-means.ts';
import { filesInMemory } from './load/files-in-memory.ts';
import { fileKindFacts, fileKinds } from './model/file-kinds.ts';
import { newSession } from './session.ts';
import type { Origin } from './source/origin.ts';
import { fleetEdits } from './testing/fleet-edits.ts';
import { repository } from './testing/repository.ts';
import { smallRepository } from './testing/small-repository.ts';

const options = vendoredMeans();

/** Fields of which the places are compared; those that an owner has not are found at the nearest. */
const located = [[], ['tags'], ['nodeGroups', 'default', 'max'], ['versions', 'kubernetes'], ['organisation']];

/** All of it that anybody sees, with the text at each place. */
function seen({ diagnostics, outputs, kept }: Compilation) {
  const place = ({ span, of }: Origin = {}) => ({
    of,
    at: span && [span.source.path, span.start, span.end, span.source.text],
  });
  return {
    diagnostics: diagnostics.map(({ at, notes, edits: _, ...rest }) => ({
      ...rest,
      at: place(at),
      notes: notes.map(({ message, at: of }) => [message, place(of)]),
    })),
    outputs: outputs?.map(({ locate, ...output }) => ({
      ...output,
      places: located.map((path) => place(locate(path))),
    })),
    kept,
  };
}

const paths = Object.keys(fleetEdits);
const edit = fc
  .constantFrom(...paths)
  .chain((path) => fc.constantFrom(...(fleetEdits[path] ?? [])).map((text) => [path, text] as const));
/** Mostly one file at a time; now and then everything is well again, so that errors do not hide all else. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.array(edit, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant(paths.map((path) => [path, smallRepository[path]] as const)) },
);

describe('a session', () => {
  test('is tried with files of every kind', () => {
    const folders = fileKinds.map((kind) => fileKindFacts[kind].folder ?? 'config.yaml');
    for (const folder of folders) expect(paths.some((path) => path.startsWith(`config/${folder}`))).toBe(true);
  });

  test('says and writes after any edits what a clean compilation does', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const session = newSession(options, filesInMemory(smallRepository));
        const texts: Record<string, string | undefined> = { ...smallRepository };
        for (const edits of steps) {
          session.edit(new Map(edits));
          for (const [path, text] of edits) texts[path] = text;
          expect(seen(await session.compilation())).toEqual(seen(await compile(filesInMemory(texts), options)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('makes what an edit reaches, and nothing else', async () => {
    const files: Readonly<Record<string, string>> = {
      ...smallRepository,
      'config/environments/staging.yaml': '{}\n',
      'config/spokes/green.yaml':
        'environment: staging\naccount: main\nregion: eu-west-1\nnetwork: {cidr: 10.1.0.0/18}\nteams: [checkout]\n',
    };
    const session = newSession(options, filesInMemory(files));
    let before = await session.compilation();
    expect(before.diagnostics).toEqual([]);
    const made = async (path: string, text: string) => {
      session.edit(new Map([[path, text]]));
      const after = await session.compilation();
      const same = new Set(before.outputs?.map(({ files }) => files));
      before = after;
      return after.outputs
        ?.filter((output) => !same.has(output.files))
        .map(({ owner }) => `${owner.kind} ${owner.name}`);
    };
    expect(await made('config/spokes/blue.yaml', files['config/spokes/blue.yaml'] ?? '')).toEqual([]);
    expect(await made('config/spokes/green.yaml', `${files['config/spokes/green.yaml']}tags: {a: b}\n`)).toEqual([
      // What it may ask of AWS follows from its spokes.
      'account main',
      'spoke green',
    ]);
    expect(await made('config/environments/staging.yaml', 'tags: {b: c}\n')).toEqual(['account main', 'spoke green']);
    // The spoke says something else.
    expect(await made('config/environments/staging.yaml', 'tags: {a: c, b: c}\n')).toEqual([]);
    const team = files['config/teams/checkout.yaml'] ?? '';
    expect(await made('config/teams/checkout.yaml', `# edited\n${team}`)).toEqual([]);
    expect(await made('config/teams/checkout.yaml', team.replace('pods:', 'services: 9, pods:'))).toEqual([
      'spoke green',
    ]);
    expect(await made('spokes/bases/web-service/more.yaml', '{}\n')).toEqual(['base web-service']);
    expect(await made('config/regions/eu-central-1.yaml', '{}\n')).toEqual([]);
  });

  test('of config.yaml, makes what reads the part that was edited', async () => {
    const path = 'config/config.yaml';
    const config = smallRepository[path] ?? '';
    const network = 'account: main\nregion: eu-west-1\ncidr: 10.9.0.0/18\n';
    const session = newSession(options, filesInMemory({ ...smallRepository, 'config/networks/shared.yaml': network }));
    let before = await session.compilation();
    const madeBy = async (text: string) => {
      session.edit(new Map([[path, text]]));
      const { outputs = [], diagnostics } = await session.compilation();
      expect(diagnostics).toEqual([]);
      const same = new Set(before.outputs?.map(({ files }) => files));
      before = { ...before, outputs };
      return outputs.filter(({ files }) => !same.has(files)).map(({ owner }) => `${owner.kind} ${owner.name}`);
    };
    const everybody = ['account main', 'network shared', 'hub hub', 'spoke blue'];
    // A hub is made of its networks, too, and of the first of its spokes.
    const edits: readonly (readonly [from: string, to: string, made: readonly string[]])[] = [
      ['organisation:', '# the same in other words\norganisation:', []],
      ['nodeGroups:', 'tags: {a: b}\n  nodeGroups:', everybody],
      ['nodeGroups:', 'deletionPolicy: retain\n  nodeGroups:', ['account main', 'hub hub', 'spoke blue']],
      [
        'defaults:',
        'mirrors: {charts: {"oci://example.com": "oci://mirror.example.com"}}\ndefaults:',
        ['hub hub', 'spoke blue'],
      ],
      ['organisation: acme', 'organisation: other', everybody],
    ];
    for (const [from, to, made] of edits) {
      expect(config).toContain(from);
      expect([to, await madeBy(config.replace(from, to))]).toEqual([to, made]);
      await madeBy(config);
    }
  });

  test('keeps no more than the last compilation needed', async () => {
    const session = newSession(options, filesInMemory(repository().files));
    for (let round = 0; round < 3; round++) {
      session.edit(new Map([['config/spokes/blue.yaml', undefined]]));
      expect((await session.compilation()).fleet?.spokes.size).toBe(0);
      session.edit(new Map([['config/spokes/blue.yaml', smallRepository['config/spokes/blue.yaml']]]));
      expect((await session.compilation()).fleet?.spokes.size).toBe(1);
    }
  });
});
