// Registries list their extensions with `import.meta.glob`, which Vite understands by itself; this is the same for esbuild.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { globSync } from 'glob';

const call = /import\.meta\.glob(?:<[\w.]+>)?\((\[[^\]]*\]|'[^']*'), \{ eager: true, import: 'default' \}\)/g;

/**
 * Paths that the patterns of a call match, beginning with `./`, in the order of their names.
 * @param {string} folder of the registry
 * @param {string} argument a string, or a list in which `!` is before what is left out
 */
function matches(folder, argument) {
  const patterns = [...argument.matchAll(/'([^']*)'/g)].map(([, pattern = '']) => pattern);
  const ignore = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  return globSync(included, { cwd: folder, ignore, posix: true, dotRelative: true }).sort();
}

/**
 * What a registry imports: what of the matches is an extension, for not every file need export one.
 * @param {string} folder
 * @param {string} text of the registry
 * @returns {string[]}
 */
export function globbedFiles(folder, text) {
  return [...text.matchAll(call)].flatMap(([, argument = '']) => extensionsOf(folder, argument));
}

/**
 * @param {string} folder
 * @param {string} argument
 */
function extensionsOf(folder, argument) {
  return matches(folder, argument).filter((path) =>
    /^export default /m.test(readFileSync(`${folder}/${path}`, 'utf8')),
  );
}

/**
 * The text with imports in the place of its calls of `import.meta.glob`.
 * @param {string} folder
 * @param {string} text
 */
function expandGlobs(folder, text) {
  /** @type {string[]} */
  const imports = [];
  const expanded = text.replaceAll(call, (_, argument) => {
    const entries = extensionsOf(folder, argument).map((path) => {
      const name = `extension${imports.length}`;
      imports.push(`import ${name} from '${path}';`);
      return `'${path}': ${name}`;
    });
    return `{ ${entries.join(', ')} }`;
  });
  if (expanded.includes('import.meta.glob'))
    throw new Error(`a registry in ${folder} globs in other words than the rest`);
  return [...imports, expanded].join('\n');
}

/** @type {import('esbuild').Plugin} */
export const globs = {
  name: 'globs',
  setup(build) {
    build.onLoad({ filter: /registry\.ts$/ }, ({ path }) => ({
      contents: expandGlobs(dirname(path), readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
