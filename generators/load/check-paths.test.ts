import { expect, test } from 'vitest';
import { checkPaths } from './check-paths.ts';

function told(...paths: string[]): string[] {
  const sources = (under: string) =>
    new Map(paths.filter((path) => path.startsWith(under)).map((path) => [path, { path, text: '' }]));
  const config = sources('config/').set('config/config.yaml', { path: 'config/config.yaml', text: '' });
  return checkPaths({ config, authored: sources('spokes/'), others: new Map() }).map(
    ({ code, at, message, help }) => `${code} ${at?.span?.source.path} | ${message} | ${help ?? ''}`,
  );
}

test('files in their folders are fine, spokes also in folders of their own', () => {
  const paths = [
    'config/hubs/west.yaml',
    'config/regions/us-west-2.yaml',
    'config/spokes/payments/eu/payments-prod.yaml',
    'config/spokes/a1.yaml',
    'config/teams/a.yaml',
    'spokes/bases/web/Deployment.yaml',
  ];
  expect(told(...paths)).toEqual([]);
});

test('a repository without config.yaml', () => {
  const [problem] = checkPaths({ config: new Map(), authored: new Map(), others: new Map() });
  expect([problem?.code, problem?.message]).toEqual(['file/no-config', 'There is no config/config.yaml.']);
});

test('a file in no known folder is told with the nearest one', () => {
  expect(told('config/spoke/a.yaml', 'config/x.yaml', 'config/teams/eu/a.yaml')).toEqual([
    'file/unknown-place config/spoke/a.yaml | "config/spoke" is no folder of the configuration. Did you mean "spokes"? | Move the file to config/spokes/a.yaml.',
    'file/unknown-place config/x.yaml | "config/x.yaml" is no file of the configuration: directly in "config" stands only config.yaml. | Put it into one of the folders accounts, components, environments, hubs, networks, regions, spokes, teams.',
    'file/unknown-place config/teams/eu/a.yaml | "config/teams/eu/a.yaml" is not read: the files of "config/teams" stand directly in it. | Move it to config/teams/a.yaml.',
  ]);
});

test('a stem that is no name of its kind', () => {
  const message = (path: string) => told(path)[0]?.split(' | ')[1];
  const rule = '1 to 40 lower-case letters, digits and dashes, the first and the last no dash.';
  expect(message('config/spokes/a_b.yaml')).toBe(`"a_b" cannot be the name of a spoke: it must be ${rule}`);
  expect(message(`config/spokes/${'a'.repeat(41)}.yaml`)).toContain('cannot be the name of a spoke');
  expect(message(`config/spokes/${'1'.repeat(40)}.yaml`)).toBeUndefined();
  expect(message('config/spokes/-a.yaml')).toContain('"-a" cannot be');
  expect(message('config/hubs/West.yaml')).toBe(`"West" cannot be the name of a hub: it must be ${rule}`);
  expect(message('config/regions/west.yaml')).toBe(
    '"west" cannot be the name of a region: it must be that of a region, such as us-west-2.',
  );
});

test('two spokes of one name in different folders', () => {
  expect(told('config/spokes/eu/pay.yaml', 'config/spokes/us/pay.yaml')).toEqual([
    'file/same-name config/spokes/us/pay.yaml | There are two files for the spoke "pay": config/spokes/eu/pay.yaml and config/spokes/us/pay.yaml. | Names of spokes are unique over all folders; rename or remove one.',
  ]);
});

test('paths that differ only in case, each told once', () => {
  const help = 'Rename one of them.';
  expect(told('config/spokes/EU/aa.yaml', 'config/spokes/eu/bb.yaml', 'config/spokes/eu/cc.yaml')).toEqual([
    `file/case-only config/spokes/eu/bb.yaml | "config/spokes/EU" and "config/spokes/eu" differ only in case: on many disks they are the same. | ${help}`,
  ]);
  expect(told('spokes/bases/web/A.yaml', 'spokes/bases/web/a.yaml')).toEqual([
    `file/case-only spokes/bases/web/a.yaml | "spokes/bases/web/A.yaml" and "spokes/bases/web/a.yaml" differ only in case: on many disks they are the same. | ${help}`,
  ]);
});

test.each(['Web', 'web service', 'x-', '__proto__', 'a.b', 'a'.repeat(41)])('a base cannot be called "%s"', (name) => {
  const paths = [`spokes/bases/${name}/kustomization.yaml`, `spokes/bases/${name}/deployment.yaml`];
  expect(told(...paths)).toEqual([
    `file/name ${paths[0]} | "${name}" cannot be the name of a base: it must be 1 to 40 lower-case letters, digits and dashes, the first a letter, the last no dash. | Rename the folder.`,
  ]);
  expect(told(`spokes/components/${name}/kustomization.yaml`).join()).toContain('cannot be the name of a component');
});
