import { addons } from '../../generators/addons/registry.ts';
import { eksAddons } from '../../generators/clouds/aws/eks-addons.ts';
import { openConfiguration } from '../../generators/clouds/aws/open-configuration.ts';
import { ownership } from '../../generators/model/ownership.ts';
import { patchRules, readDomains } from '../../generators/owners/patches/patch-rules.ts';

const code = (text: string) => `\`${text}\``;
const inCell = (text: string) => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
/** Fields of charts that the file of a spoke may set, by add-on. */
const openValues = Object.entries(addons).flatMap(([name, addon]) =>
  addon.chart === undefined ? [] : [[name, addon.chart.openValues, addon.closedOptions ?? []] as const],
);

function openConfigurations(): readonly (readonly [string, readonly string[]])[] {
  const ofAny = openConfiguration('');
  const more = Object.keys(eksAddons)
    .map((name) => [name, openConfiguration(name).slice(ofAny.length)] as const)
    .filter(([, keys]) => keys.length > 0);
  return [['any', ofAny], ...more.map(([name, keys]) => [`${code(name)}, besides`, keys] as const)];
}

const owners = { platform: 'the platform team', engineers: 'engineers' };

/** The reference of rights: whose files are whose, what patches may touch, which values of charts are open. */
export function rightsPage(): string {
  const files = ownership.map(({ path, owner, may }) => row(code(path), owners[owner], inCell(may)));
  const patches = patchRules.map(({ kinds, paths, by, why }) =>
    row(
      kinds.join(', '),
      paths.map((path) => code(inCell(path))).join('<br>'),
      by === 'spoke' ? 'yes' : 'no',
      inCell(why),
    ),
  );
  const values = openValues.map(([name, keys, closed]) =>
    row(code(name), keys.map(code).join(', '), closed.map(code).join(', ')),
  );
  const configuration = openConfigurations().map(([name, keys]) => row(name, keys.map(code).join(', ')));
  return `# Who may do what

A spoke's file, a layer and a team's repository are written by different people. What each can do is in these tables, which are
made from what the compiler enforces.

## Files

\`wheelwright init\` writes a \`CODEOWNERS\` that asks for these approvals; of several lines that fit a file, the last counts.

| file | whose approval | what it can do |
|---|---|---|
${files.join('')}
A **team** writes in repositories of its own. What it delivers from there has the rights of its AppProject: its namespaces on the
spokes that list it, no object of a whole cluster, no quota, limit, role or binding. It has no patches.

## Patches

What \`patches\` may touch. Everything else is refused, to everybody: names, namespaces, accounts, regions, projects, sources,
destinations, sync options, roles, versions, and what guards against deletion. They follow from the configuration, where checks and
records see them. What counts is the object before and after, however the operation is written.

\`*\` is any name, \`**\` everything below too. \`<own>\` is a key that no engine or controller reads: one without a domain, or of a
domain that is not ${readDomains.map(code).join(', ')} or below one of these.

| kind | fields | a spoke's file, too | why |
|---|---|---|---|
${patches.join('')}
## Values of the platform's charts

Add-ons run with the platform's rights. A spoke's file may set the options that an add-on has, but those that say what it may do in
the cloud, and these values of its chart; layers may set all. Charts of applications are their team's: a spoke's file may set all of their values.

| add-on | values that a spoke's file may set | options that it may not |
|---|---|---|
${values.join('')}
EKS add-ons likewise:

| EKS add-on | configuration that a spoke's file may set |
|---|---|
${configuration.join('')}`;
}
