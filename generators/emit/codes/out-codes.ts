import type { Catalogue } from '../../diagnostics/catalogue.ts';
import { exampleSpoke } from '../../diagnostics/example-files.ts';

const blue = 'config/spokes/blue.yaml';

/** The state of out/. */
export const outCodes = {
  'out/foreign-file': {
    severity: 'error',
    summary: 'Every file in out/ was written by Wheelwright.',
    details:
      'Argo CD applies what it finds in out/, so a file that nobody generated would reach clusters without a line of configuration behind it. Wheelwright never touches such a file: move it elsewhere, or let `build --restore PATH` delete it.',
    good: { $: 'wheelwright check' },
    bad: { $: 'cp config/config.yaml out/mine.yaml\nwheelwright check' },
  },
  'out/edited-file': {
    severity: 'error',
    summary: 'No file in out/ was edited by hand.',
    details:
      'The next build would undo the edit. The file has neither the content that its record in out/.wheelwright/ names nor the content that the configuration asks for. Make the change in the configuration (`explain out/FILE:LINE` says where), then discard the edit with `build --restore PATH`.',
    good: { $: 'wheelwright check' },
    bad: { $: 'echo "# mine" >> out/hubs/hub/argocd/settings.yaml\nwheelwright check' },
  },
  'out/line-ends': {
    severity: 'error',
    summary: 'Files in out/ have the line ends with which they were written.',
    details:
      'Git on Windows may check files out with CRLF (`core.autocrlf`): then every file differs from what was written, and its hash from its record. `* text=auto eol=lf` in .gitattributes, which `init` writes, forbids it.',
    good: { $: 'wheelwright check' },
    bad: {
      $: 'awk \'{ printf "%s\\r\\n", $0 }\' out/hubs/hub/argocd/settings.yaml > new\nmv new out/hubs/hub/argocd/settings.yaml\nwheelwright check',
    },
  },
  'out/missing-file': {
    severity: 'error',
    summary: 'Every file that the configuration asks for is in out/.',
    details: 'Somebody deleted it, or changed the configuration without running `build`.',
    good: { $: 'wheelwright check' },
    bad: { $: 'rm out/hubs/hub/argocd/settings.yaml\nwheelwright check' },
  },
  'out/stale-file': {
    severity: 'error',
    summary: 'Every file in out/ is what the configuration says.',
    details:
      'The configuration (or Wheelwright) changed, and `build` was not run since, or its result was not committed. A file that nothing asks for any more counts as stale, too.',
    good: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}'),
      $: 'wheelwright build\nwheelwright check',
    },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}'), $: 'wheelwright check' },
  },
  'out/not-a-file': {
    severity: 'error',
    summary: 'There are only folders and plain files in out/.',
    details:
      'A symbolic link could lead a write, or Argo CD, out of the folder. Wheelwright follows none: it names the link and writes nothing. Files that cannot be read are reported here as well.',
    good: { $: 'wheelwright check' },
    bad: { $: 'ln -s ../config/config.yaml out/mine.yaml\nwheelwright check' },
  },
  'out/broken-record': {
    severity: 'error',
    summary: 'Every record in out/.wheelwright/ can be read and names only files of its own owner.',
    details:
      'A record lists what one owner (a spoke, a hub, …) wrote, with hashes. It is broken by a merge that left conflict markers, or by an edit. `build` writes the record of everything that is still in the configuration anew.',
    good: { $: 'wheelwright check' },
    bad: { $: 'echo "<<<<<<< HEAD" >> out/.wheelwright/spokes/blue.json\nwheelwright check' },
  },
  'out/cannot-write': {
    severity: 'error',
    summary: 'The file system takes what is written.',
    details:
      'The disk is full, out/ or .wheelwright/ is read-only or belongs to somebody else, or out/ lies on another file system than the root. What was written so far is finished by the next `build`.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
    bad: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}'),
      $: 'rm -rf .wheelwright\necho > .wheelwright',
    },
  },
  'out/busy': {
    severity: 'error',
    summary: 'One build runs at a time.',
    details:
      'Two builds that write the same out/ would undo each other. The second one waits some seconds for the first, then gives up. A lock whose process is gone, or that is ten minutes old, is taken over.',
    good: { $: 'wheelwright build' },
    bad: { $: `echo '{"process": 1, "machine": "elsewhere"}' > .wheelwright/lock` },
  },
  'out/not-in-out': {
    severity: 'error',
    summary: '`build --restore PATH` names a path inside out/.',
    details: 'Only generated files can be restored.',
    good: { $: 'wheelwright build --restore out' },
    bad: { $: 'wheelwright build --restore config' },
  },
} as const satisfies Catalogue;
