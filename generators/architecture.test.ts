import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTest, readSources, rowOf, unitOf } from './testing/read-sources.ts';

/** Units that hold one folder per extension, none of which may know another. */
const extensionUnits = ['addons', 'clouds', 'rgds', 'delivery', 'checks'];
/** Those of which others know the registry and the contract alone. */
const closedUnits = ['addons', 'rgds', 'delivery'];
/** Units that may read or write files, and run programs. */
const diskUnits = ['disk', 'testing'];
/** Units that may use what only Node has. All others run in a browser, too. */
const nodeUnits = ['disk', 'commands', 'testing', 'cli.ts'];
/** Units that are handed a disk, or look for one. */
const unitsWithDisk = ['disk', 'emit', 'commands', 'testing', 'cli.ts'];
/** Units that know the machine and the moment. Nothing of either reaches the output. */
const moodyUnits = ['disk', 'commands', 'testing', 'cli.ts'];
const printingUnits = ['commands', 'cli.ts'];
/** What engines read of objects, by the folder of each. */
const engineWords = { 'delivery/argocd': /argoproj\.io/ };
/** Groups, domains, repositories and namespaces of a cloud's controllers, and kinds of its library as commands name them. */
const cloudWords = {
  aws: /services\.k8s\.aws|\bamazonaws\.com|\bpublic\.ecr\.aws|\back-(system|role)|\barn:\$|\beksclusters\b/,
};
/** Names of code that are a cloud's; behind `\\.` is a pattern. */
const cloudNames =
  /(?<![\w$]|\\\.)(?:ack|arn|aws|ec2|eks|iam)(?:[A-Z]\w*)?(?![\w'])|\b[a-z]\w*(?:Ack|Arn|Aws|Ec2|Eks|Iam)(?![a-z])\w*/g;
/** What an add-on has on a cloud stands under the cloud's name; add-ons, applications and teams name roles and policies as AWS does. */
const mayNameClouds = /^(addons\/[^/]+\/|model\/config\/(arns|identity)\.ts$)/;
const comments = /\/\*[\s\S]*?\*\/|(?<!['":\\/])\/\/[^\n]*/g;
const commentsAndTexts = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const maximumLines = 300;

const root = import.meta.dirname;
const { files, sources, texts, importsOf, localImports } = readSources(root);

const offences = (of: (file: string) => readonly string[], among: readonly string[] = sources) =>
  among.flatMap((file) => of(file).map((offence) => `${file}: ${offence}`));

describe('the architecture', () => {
  test('every file belongs to a row', () => {
    expect(files.filter((file) => rowOf(file) < 0 && !isTest(file))).toEqual([]);
  });

  test('what is imported exists', () => {
    const missing = (file: string) => localImports(file).filter((target) => !existsSync(join(root, target)));
    expect(offences(missing, files)).toEqual([]);
  });

  test('a unit imports only from rows above its own', () => {
    const upward = (file: string) =>
      localImports(file).filter((target) => unitOf(target) !== unitOf(file) && !(rowOf(target) < rowOf(file)));
    const inward = (file: string) => upward(file).filter((target) => !target.startsWith('../schemas/'));
    expect(offences(inward)).toEqual([]);
  });

  test('only tests import what is for tests', () => {
    const forTests = (file: string) => localImports(file).filter((target) => isTest(target));
    expect(offences(forTests)).toEqual([]);
  });

  test('only a registry lists extensions: the bundler looks for no others', () => {
    const globbing = (file: string) => (/import\.meta\.glob\b/.test(texts.get(file) ?? '') ? ['globs'] : []);
    const elsewhere = sources.filter((file) => !file.endsWith('registry.ts'));
    expect(offences(globbing, elsewhere)).toEqual([]);
  });

  test('there are no cycles, not even of types', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) {
        cycles.push([...above.slice(above.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of localImports(file)) if (texts.has(target)) visit(target, [...above, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('shared code knows no cloud: it asks the registry', () => {
    const cloudOf = (file: string) => /^(?:clouds|rgds)\/([^/.]+)\//.exec(file)?.[1];
    const ofCloud = (file: string) =>
      localImports(file).filter((target) => cloudOf(target) !== undefined && cloudOf(target) !== cloudOf(file));
    const isRegistry = (file: string) => /[/-]registry\.ts$/.test(file);
    const shared = sources.filter((file) => !isRegistry(file));
    expect(offences(ofCloud, shared)).toEqual([]);
  });

  test('an extension imports no other extension', () => {
    // A graph is one of a version of the library of a cloud.
    const depth = (file: string) => (unitOf(file) === 'rgds' ? 4 : 2);
    const folderOf = (file: string) => file.split('/').slice(0, depth(file)).join('/');
    const isInside = (file: string) => file.split('/').length > depth(file);
    const extensions = sources.filter((file) => extensionUnits.includes(unitOf(file)) && isInside(file));
    const others = (file: string) =>
      localImports(file).filter(
        (target) => unitOf(target) === unitOf(file) && isInside(target) && folderOf(target) !== folderOf(file),
      );
    expect(offences(others, extensions)).toEqual([]);
  });

  test('nobody outside imports the inside of an extension', () => {
    const isInside = (target: string) => closedUnits.includes(unitOf(target)) && target.split('/').length > 2;
    const inner = (file: string) =>
      localImports(file).filter((target) => isInside(target) && unitOf(target) !== unitOf(file));
    expect(offences(inner)).toEqual([]);
  });

  test('only disk/ touches the disk', () => {
    const disk = (file: string) =>
      importsOf(file).filter((specifier) => /^(node:)?(fs|child_process|net|http|https|dns)(\/|$)/.test(specifier));
    expect(offences((file) => (diskUnits.includes(unitOf(file)) ? [] : disk(file)))).toEqual([]);
  });

  test('what only Node has is used by disk/ and the faces alone', () => {
    const modules = (file: string) => importsOf(file).filter((name) => isBuiltin(name));
    const globals =
      /\b(Buffer\b|NodeJS\.|process\.\w+|import\.meta\.(dirname|filename|url)|setImmediate\b|__dirname\b|require\()/g;
    const used = (file: string) => [...(texts.get(file) ?? '').matchAll(globals)].map(([found]) => found);
    expect(offences((file) => (nodeUnits.includes(unitOf(file)) ? [] : [...modules(file), ...used(file)]))).toEqual([]);
  });

  test('what compiles and explains is handed in what lies on a disk', () => {
    const disk = (file: string) => localImports(file).filter((target) => unitOf(target) === 'disk');
    expect(offences((file) => (unitsWithDisk.includes(unitOf(file)) ? [] : disk(file)))).toEqual([]);
  });

  test('kinds, labels and annotations of an engine are named in its folder alone', () => {
    const named = (file: string) =>
      Object.entries(engineWords)
        .filter(([folder, words]) => !file.startsWith(`${folder}/`) && words.test(texts.get(file) ?? ''))
        .map(([folder]) => `words of ${folder}`);
    expect(offences(named)).toEqual([]);
  });

  test('what only a cloud has is named in its folders alone', () => {
    const isOf = (cloud: string, file: string) =>
      ['clouds', 'rgds'].some((unit) => file.startsWith(`${unit}/${cloud}/`));
    const named = (file: string) =>
      Object.entries(cloudWords)
        .filter(([cloud, words]) => !isOf(cloud, file) && words.test((texts.get(file) ?? '').replace(comments, '')))
        .map(([cloud]) => `words of ${cloud}`);
    expect(offences(named)).toEqual([]);
  });

  test('code that all clouds share calls nothing by the name of one', () => {
    const shared = sources.filter((file) => !/^(clouds|rgds)\/[^/]+\//.test(file) && !mayNameClouds.test(file));
    const named = (file: string) =>
      [...(texts.get(file) ?? '').replace(commentsAndTexts, '').matchAll(cloudNames)].map(([found]) => found);
    expect(offences(named, shared)).toEqual([]);
  });

  test('only commands/ and cli.ts print', () => {
    const printing = (file: string) =>
      [...(texts.get(file) ?? '').matchAll(/\b(console\.\w+|process\.(stdout|stderr))/g)].map(([found]) => found);
    expect(offences((file) => (printingUnits.includes(unitOf(file)) ? [] : printing(file)))).toEqual([]);
  });

  test('nothing that may reach the output depends on the machine or the moment', () => {
    const moody =
      /\b(localeCompare|toLocale\w+|new Date\b|Date\.now|Math\.random|performance\.now|process\.(env|platform|cwd))/g;
    const found = (file: string) => [...(texts.get(file) ?? '').matchAll(moody)].map(([match]) => match);
    expect(offences((file) => (moodyUnits.includes(unitOf(file)) ? [] : found(file)))).toEqual([]);
  });

  test('nothing that is kept outlives what it was made for', () => {
    const kept =
      /^(?:export )?(?:const|let) \w+(?:: (?!Readonly)[^=]+)? = (?:new (?:WeakMap|WeakSet|Map|Set)(?:<.*>)?\(\)|(?:onceFor|newTable)\b)/gm;
    const found = (file: string) => [...(texts.get(file) ?? '').matchAll(kept)].map(([match]) => match);
    expect(offences(found)).toEqual([]);
  });

  test('no rule is switched off and no type is given up', () => {
    const givenUp = /biome-ignore|@ts-(ignore|nocheck|expect-error)|\bas any\b|: any\b/g;
    const found = (file: string) => [...(texts.get(file) ?? '').matchAll(givenUp)].map(([match]) => match);
    expect(offences(found, files)).toEqual([]);
  });

  test(`no file is longer than ${maximumLines} lines`, () => {
    const tooLong = (file: string) => {
      const lines = (texts.get(file) ?? '').split('\n').length - 1;
      return lines > maximumLines ? [`${lines} lines`] : [];
    };
    expect(offences(tooLong, files)).toEqual([]);
  });

  test('a cloud and an engine can be small: those that show their contracts are, together', () => {
    const examples = files.filter((file) => /^testing\/fake-(cloud|engine)\//.test(file) && !file.endsWith('.test.ts'));
    const lines = examples.map((file) => (texts.get(file) ?? '').split('\n').length - 1);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(maximumLines);
  });

  test('files and folders are named in kebab case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
    expect(files.filter((file) => !file.split('/').every((part) => kebab.test(part)))).toEqual([]);
  });
});
