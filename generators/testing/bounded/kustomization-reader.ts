import { newKustomizer } from '../../kube/kustomization.ts';
import { accepted } from '../../kube/kustomize/examples/accepted.ts';
import { refused } from '../../kube/kustomize/examples/refused.ts';
import { limits } from '../../util/limits.ts';
import type { Reader } from './reader.ts';

const examples = [...Object.values(accepted), ...Object.values(refused).map(({ files }) => files)];
const texts = [...new Set(examples.flatMap((files) => Object.values(files)))];

/** A folder that kustomize would build, in which one file is replaced. */
export const kustomizationReader: Reader = {
  samples: texts,
  mostBytes: limits.configBytes.most,
  weight: 1,
  read: (text, random) => {
    const example = random.pick(examples);
    const files = new Map(Object.entries(example));
    files.set(random.pick([...files.keys()]), text);
    const folder = random.pick([...files.keys()]).split('/')[0] ?? '';
    const kustomizer = newKustomizer((path) => files.get(path));
    if (['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some((name) => files.has(`${folder}/${name}`)))
      kustomizer.build(folder);
    kustomizer.customize({ resources: [folder], images: [{ name: text.slice(0, 100), newTag: '1' }] });
  },
};
