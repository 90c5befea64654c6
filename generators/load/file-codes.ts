import type { Catalogue } from '../diagnostics/catalogue.ts';
import { exampleSpoke as spoke } from '../diagnostics/example-files.ts';

const green = 'config/spokes/green.yaml';

/** Files as such: their names, places and bytes. */
export const fileCodes = {
  'file/case-only': {
    severity: 'error',
    summary: 'No two paths differ only in upper and lower case.',
    details: 'On macOS and Windows they are the same file, so a clone there would lose one of them.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/spokes/Blue.yaml': spoke('network: {cidr: 10.1.0.0/18}') },
    beside: ['file/name'],
  },
  'file/format': {
    severity: 'error',
    summary: 'The configuration is in the format that is read here.',
    details:
      '`format` in `config/config.yaml` says which that is. Fields move when the model grows. `wheelwright migrate` moves them in the files, with their comments, says what it changed, and writes the new format; `wheelwright migrate --check` only tells.',
    good: { $: 'sed -i /^format:/d config/config.yaml\nwheelwright migrate\nwheelwright build' },
    bad: { $: 'sed -i /^format:/d config/config.yaml' },
  },
  'file/name': {
    severity: 'error',
    summary: 'The stem of a file, and the folder of a base, is a name of its kind.',
    details:
      'Names become parts of the names of Kubernetes objects and AWS resources, which allow few characters and no more than 63 of them, so a name has 20 at most; a base and a component, which are folders, 40. A region is named as AWS names it. No name of a file holds a backslash, a control character or bytes that are no UTF-8.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/spokes/Green_1.yaml': spoke('network: {cidr: 10.1.0.0/18}') },
  },
  'file/no-config': {
    severity: 'error',
    summary: 'There is a file `config/config.yaml`.',
    details: 'It says what holds for the whole fleet. `wheelwright init DIR` makes a new repository with one.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: 'rm config/config.yaml' },
  },
  'file/not-utf8': {
    severity: 'error',
    summary: 'Files are in UTF-8.',
    details: 'A byte order mark and Windows line ends are accepted. Save the file as UTF-8 in the editor.',
    good: { $: "printf 'tags: {city: Z\\303\\274rich}\\n' >> config/spokes/blue.yaml" },
    bad: { $: "printf 'tags: {city: Z\\374rich}\\n' >> config/spokes/blue.yaml" },
  },
  'file/not-yaml': {
    severity: 'error',
    summary: 'The files of `config/` end in `.yaml`.',
    details:
      'One ending, so that every file has one name. Files that look like configuration but end in `.yml` or `.json` would silently be left out, so they are an error; other files, dot files and what editors leave behind are ignored.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/spokes/green.yml': spoke('network: {cidr: 10.1.0.0/18}') },
  },
  'file/same-name': {
    severity: 'error',
    summary: 'The names of spokes are unique, whatever folders they are in.',
    details:
      'Folders below `config/spokes` are for people only; a cluster is known by the stem of its file. Upper and lower case count as the same.',
    good: { 'config/spokes/west/green.yaml': spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/spokes/west/blue.yaml': spoke('network: {cidr: 10.1.0.0/18}') },
  },
  'file/symbolic-link': {
    severity: 'error',
    summary: 'There are no symbolic links in what is read.',
    details: 'A link could lead out of the repository: a pull request could make `check` read any file of the machine.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: 'ln -s blue.yaml config/spokes/green.yaml' },
  },
  'file/too-large': {
    severity: 'error',
    summary: 'A file of the configuration has at most 1 MiB, one with graphs or CRDs 4 MiB.',
    details: 'What people write is far smaller; what is larger is there by mistake, or to make the compiler slow.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: "head -c 1100000 /dev/zero | tr '\\0' '#' >> config/spokes/blue.yaml" },
  },
  'file/unknown-place': {
    severity: 'error',
    summary: 'Every file of `config/` stands where a file of its kind belongs.',
    details:
      'The folders are accounts, components, environments, hubs, networks, regions, spokes and teams. Only `spokes` may have folders in it. A file elsewhere would silently be left out.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/spoke/green.yaml': spoke('network: {cidr: 10.1.0.0/18}') },
  },
  'file/unreadable': {
    severity: 'error',
    summary: 'Every file can be read.',
    details: 'The message has the error of the operating system, such as EACCES for missing rights.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: 'mkfifo config/spokes/green.yaml' },
  },
} as const satisfies Catalogue;
