import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c` */
const packageFolder = (/** @type {string} */ input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [];

/**
 * Names, versions and licence texts of all packages that are part of the bundle: most licences ask for it.
 * @param {string} root
 * @param {import('esbuild').Metafile} metafile
 */
export function thirdPartyNotices(root, metafile) {
  const folders = new Set(Object.keys(metafile.inputs).flatMap(packageFolder));
  const sections = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const texts = readdirSync(join(root, folder))
      .filter((file) => /^(licen[cs]e|notice)/i.test(file) && existsSync(join(root, folder, file)))
      .toSorted()
      .map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const intro = 'Wheelwright is bundled with these packages. Each is used under its own licence.';
  return `${[intro, ...sections].join(`\n\n${'='.repeat(100)}\n\n`)}\n`;
}
