import type { RepositoryFiles } from '../../load/repository-files.ts';
import { templateFiles, templateRoot } from '../../load/template-files.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { Unchosen } from './choose.ts';
import type { Template } from './fill-template.ts';

/** The template of this name: its folder below `spokes`, which ends in `-template`. */
export function chooseTemplate(name: string, files: RepositoryFiles): Template | Unchosen {
  const known = templateFiles(files);
  const found = known.get(name);
  if (found !== undefined) return { name, files: found };
  const names = [...known.keys()];
  const first = `There is none: write ${templateRoot('spoke-template')}/infrastructure/spoke.yaml.`;
  return {
    misuse: `--from is "${name}", which is no template: a folder of spokes/ whose name ends in -template.${names.length === 0 ? ` ${first}` : didYouMean(name, names)}`,
  };
}
