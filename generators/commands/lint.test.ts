import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../kro/rules/rules.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';
import { widgetCrd } from '../testing/widget-crd.ts';

const { good, bad } = rules['kro/unknown-graph-field'];

function lint(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, files);
  return runCli(['lint', ...args, '--root', root]);
}

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Each right of the roles once, as `get kro.run/vpcnetworks`. */
function rightsIn(roles: readonly string[]): readonly string[] {
  const rules = roles.flatMap((text) => parse(text).rules as readonly Rule[]);
  const rights = rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((one) => verbs.map((verb) => `${verb} ${group}/${one}`))),
  );
  return [...new Set(rights)].toSorted();
}

describe('wheelwright lint', () => {
  test('is silent about what is fine, but for how much that was', async () => {
    expect(await lint({ 'graphs/a.yaml': good }, 'graphs')).toEqual({
      exit: 0,
      out: '1 graph: no problems.\n',
      err: '',
    });
  });

  test('shows what is wrong at its line', async () => {
    const { exit, out } = await lint({ 'a.yaml': bad }, 'a.yaml');
    expect(exit).toBe(1);
    expect(out).toContain('error[kro/unknown-graph-field]: ');
    expect(out).toMatch(/--> a\.yaml:\d+:\d+\n/);
  });

  test('takes patterns that the shell left as they are; a file of that very name comes first', async () => {
    const files = { 'a/x/1.yaml': good, 'a/2.yml': bad, 'a/notes.md': 'text', 'b/3.yaml': bad, '[ab].yaml': good };
    const places = async (...patterns: readonly string[]) => {
      const { out } = await lint(files, ...patterns);
      return [...out.matchAll(/\[kro\/unknown-graph-field\].*\n\s*--> ([^\s:]+):/g)].map(([, path]) => path);
    };
    expect(await places('a/**/*.yaml')).toEqual([]);
    expect(await places('a/**')).toEqual(['a/2.yml']);
    expect(await places('{a,b}/*')).toEqual(['a/2.yml', 'b/3.yaml']);
    expect(await places('a/**', 'a/2.yml')).toEqual(['a/2.yml']);
    expect((await lint(files, '[ab].yaml')).out).toBe('1 graph: no problems.\n');
  });

  test('says which pattern matches nothing', async () => {
    const { exit, out } = await lint({ 'a/1.yaml': good, 'b/notes.md': 'text' }, 'a/*.yaml', 'b/**', 'c/*');
    expect(exit).toBe(1);
    expect(out).toContain('error[file/unreadable]: No YAML file matches "b/**".');
    expect(out).toContain('error[file/unreadable]: No YAML file matches "c/*".');
  });

  test('knows the kinds of the CRDs that it is given, and says nothing of these', async () => {
    const graph = good
      .replace('apiVersion: v1\n', 'apiVersion: example.com/v1\n')
      .replace('kind: ConfigMap', 'kind: Widget');
    const files = { 'a.yaml': graph, 'crds/widget.json': JSON.stringify(widgetCrd) };
    expect((await lint(files, 'a.yaml')).out).toContain('kro/unknown-kind');
    expect((await lint(files, 'a.yaml', '--crds', 'crds')).exit).toBe(0);
    const large = { ...files, 'crds/widget.json': JSON.stringify({ ...widgetCrd, prose: 'x'.repeat(2 ** 21) }) };
    expect((await lint(large, 'a.yaml', '--crds', 'crds')).exit).toBe(0);
  });

  test('tells once of a file for --crds that it cannot read, and not of one whose kinds no graph uses', async () => {
    const graph = good
      .replace('apiVersion: v1\n', 'apiVersion: example.com/v1\n')
      .replace('kind: ConfigMap', 'kind: Widget');
    const crd = JSON.stringify(widgetCrd);
    const told = async (name: string, text: string) => {
      const { exit, out } = await lint(
        { 'a.yaml': graph, 'crds/w.json': crd, [`crds/${name}`]: text },
        'a.yaml',
        '--crds',
        'crds',
      );
      return [
        exit,
        ...[...out.matchAll(/^(?:error|warning)\[.*\].*\n {2}--> (.*)$/gm)].map(
          ([all, at]) => `${all.slice(0, all.indexOf(']') + 1)} ${at}`,
        ),
      ];
    };
    expect(await told('broken.yaml', 'a: b\nb: [\nc: }\n')).toEqual([1, 'error[kro/yaml] crds/broken.yaml:2:4']);
    expect(await told('broken.yaml', `${crd}\n---\n${crd.slice(0, -1)}\n`)).toEqual([
      1,
      expect.stringMatching(/^error\[kro\/yaml\] crds\/broken\.yaml:/),
    ]);
    expect(await told('chart.yaml', 'a: b\n{{- if .Values.crds }}\nb: c\n{{- end }}\n')).toEqual([
      0,
      'warning[kro/helm-template] crds/chart.yaml:2:1',
    ]);
    expect(await told('other.json', crd.replaceAll('Widget', 'Gadget').slice(0, -1))).toEqual([0]);
  });

  test('asks all CRDs for the kind that was meant, and takes the one that is given before the one that is known', async () => {
    const graph = good
      .replace('apiVersion: v1\n', 'apiVersion: example.com/v1\n')
      .replace('kind: ConfigMap', 'kind: Widgt');
    const files = { 'a.yaml': graph, 'crds/widget.json': JSON.stringify(widgetCrd) };
    expect((await lint(files, 'a.yaml', '--crds', 'crds')).out).toContain('Did you mean "example.com/v1/Widget"?');
    const issuer = good
      .replace('apiVersion: v1\n', 'apiVersion: cert-manager.io/v1\n')
      .replace('kind: ConfigMap', 'kind: Issuer');
    const own = JSON.stringify(widgetCrd).replaceAll('example.com', 'cert-manager.io').replaceAll('Widget', 'Issuer');
    const given = { 'a.yaml': issuer, 'crds/issuer.json': own };
    expect((await lint(given, 'a.yaml')).out).toContain('error[kro/');
    expect((await lint(given, 'a.yaml', '--crds', 'crds')).exit).toBe(0);
  });

  test('says what becomes of a kind and its objects, when it is told how the graphs are now', async () => {
    const changed = good.replace('name: string | required=true', 'name: integer | required=true');
    const files = { 'new/a.yaml': changed.replace('${schema.spec.name}', 'fixed'), 'now/a.yaml': good };
    const { exit, out } = await lint(files, 'new', '--base', 'now');
    expect(exit).toBe(1);
    expect(out).toContain('[kro/breaking-change]');
    expect(out).toMatch(/--> new\/a\.yaml:\d+/);
    expect((await lint(files, 'now', '--base', 'now')).exit).toBe(0);
  });

  test('says where there is no graph, and which file cannot be read', async () => {
    expect((await lint({ 'a.yaml': 'a: 1\n' }, 'a.yaml')).out).toBe(
      'There is no ResourceGraphDefinition in "a.yaml".\n',
    );
    const { exit, out } = await lint({}, 'nowhere.yaml');
    expect(exit).toBe(1);
    expect(out).toContain('error[file/unreadable]: "nowhere.yaml" cannot be read (ENOENT).');
    expect((await lint({})).exit).toBe(2);
  });

  test('prints the rights that kro needs, unless there are errors or no graphs', async () => {
    const { exit, out } = await lint({ 'a.yaml': good }, 'a.yaml', '--rights');
    expect(exit).toBe(0);
    expect(parse(out)).toMatchObject({
      kind: 'ClusterRole',
      metadata: { labels: { 'rbac.kro.run/aggregate-to-controller': 'true' } },
      rules: [
        { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'delete', 'get', 'list', 'patch', 'watch'] },
        { apiGroups: ['kro.run'], resources: ['examples'], verbs: ['get', 'list', 'patch', 'watch'] },
        { apiGroups: ['kro.run'], resources: ['examples/status'], verbs: ['get', 'patch', 'update'] },
        { apiGroups: ['kro.run'], resources: ['examples/finalizers'], verbs: ['update'] },
      ],
    });
    const json = await lint({ 'a.yaml': good }, 'a.yaml', '--rights', '--format', 'json');
    expect(JSON.parse(json.out)).toEqual(parse(out));
    expect(await lint({ 'a.yaml': bad }, 'a.yaml', '--rights')).toMatchObject({ exit: 1 });
    const none = await lint({ 'a.yaml': 'a: 1\n' }, 'a.yaml', '--rights');
    expect(none).toMatchObject({ exit: 2, out: '' });
    expect(none.err).toContain('error: There is no ResourceGraphDefinition in "a.yaml".\n');
  });

  test('prints for the library the rights that hubs get', async () => {
    const root = join(import.meta.dirname, '../..');
    const { out } = await runCli(['lint', 'out/shared/kro-rgds', '--rights', '--root', root]);
    const library = join(root, 'out/shared/kro-rgds/aws/v1');
    const rights = readdirSync(library).map((graph) => readFileSync(join(library, graph, 'rights.yaml'), 'utf8'));
    expect(rightsIn([out])).toEqual(rightsIn(rights));
  });

  test('gives JSON for machines', async () => {
    const { out } = await lint({ 'a.yaml': bad }, 'a.yaml', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject([{ code: 'kro/unknown-graph-field', file: 'a.yaml' }]);
  });
});
