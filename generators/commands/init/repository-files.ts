import { cloudNamed } from '../../clouds/cloud-named.ts';
import { templateRoot } from '../../load/template-files.ts';
import { DEFAULT_CLOUD } from '../../model/default-cloud.ts';
import { ownership } from '../../model/ownership.ts';
import { fillTemplate, type Template } from '../new/fill-template.ts';
import { configFiles } from './config-files.ts';
import { fleetWorkflow } from './fleet-workflow.ts';
import type { InitOptions } from './init-options.ts';
import { spokeTemplate } from './spoke-template.ts';

/** All files of a new user's repository, by path. `name`: of its folder; `spec`: what npm installs the compiler from. */
export function repositoryFiles(name: string, spec: string, options: InitOptions): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      'package.json': packageJson(name, spec),
      '.gitignore': 'node_modules/\n.wheelwright/\n!out/.wheelwright/\n',
      '.gitattributes': '* text=auto eol=lf\nout/** linguist-generated\n',
      'README.md': readme(name),
      '.github/CODEOWNERS': codeowners,
      '.github/workflows/fleet.yml': fleetWorkflow,
      ...configFiles(options, cloudNamed(DEFAULT_CLOUD).start),
      ...firstSpoke(options),
      ...Object.fromEntries(
        Object.entries(spokeTemplate).map(([path, text]) => [`${templateRoot(template.name)}/${path}`, text]),
      ),
    }),
  );
}

const template: Template = { name: 'spoke-template', files: new Map(Object.entries(spokeTemplate)) };

/** The template, filled in. */
function firstSpoke({ region }: InitOptions): Readonly<Record<string, string>> {
  const spoke = { environment: 'production', account: 'workloads', region, network: { cidr: '10.0.0.0/18' } };
  const filled = fillTemplate(template, 'first-spoke', spoke, 'node_modules/wheelwright/schemas');
  if ('misuse' in filled) throw new Error(filled.misuse);
  return Object.fromEntries(filled.files);
}

function packageJson(name: string, spec: string): string {
  const content = {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+/, '') || 'fleet',
    private: true,
    scripts: { build: 'wheelwright build', check: 'wheelwright check' },
    devDependencies: { wheelwright: spec },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const codeowners = `# Whose approval a change needs. Take the # away and name your teams; switch on "Require review from Code Owners".
# Of several lines that fit a file the last counts. What each file can do: docs/reference/who-may-do-what.md of Wheelwright.
${ownership.map(({ path, owner }) => `# ${path} @acme/${owner}\n`).join('')}`;

function readme(name: string): string {
  return `# ${name}

A fleet of Kubernetes clusters. What people write stands in \`config/\` and \`spokes/\`; Wheelwright compiles it into \`out/\`,
which Argo CD watches. Nobody edits \`out/\` by hand.

\`\`\`sh
npm install             # once; commit package-lock.json
npm run build           # writes out/ after a change
npm run check           # what CI asks: is the config valid, and is out/ what it says?
npx wheelwright new spoke NAME --from spoke-template --environment production --account workloads
npx wheelwright explain out/FILE:LINE
\`\`\`

What to change first: account ids, roles and addresses in \`config/hubs/hub.yaml\` and \`config/accounts/workloads.yaml\`, the repository in
\`config/config.yaml\`, the image in \`config/spokes/first-spoke.yaml\`. Comments say what each line is for; editors with a YAML language server
complete and check the files once \`npm install\` has run. New spokes start from \`spokes/spoke-template/\`, which is yours to change.

When Git reports a conflict in \`out/\`, take either side, run \`npm run build\` and commit.
`;
}
