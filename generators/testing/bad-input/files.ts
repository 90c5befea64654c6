import { smallRepository } from '../small-repository.ts';
import { type BadInput, greenWith } from './bad-input.ts';

const MEBIBYTE = 1024 * 1024;

const spoke = greenWith()['config/spokes/green.yaml'] ?? '';
const named = (path: string) => ({ [path]: spoke });

/** Files as such: their names, places and bytes. */
export const files: readonly BadInput[] = [
  {
    title: 'A byte order mark and Windows line ends (accepted)',
    files: { 'config/spokes/green.yaml': `\ufeff${spoke.replaceAll('\n', '\r\n')}` },
    shown: spoke,
    accepted: true,
  },
  {
    title: 'A file in Latin-1',
    files: { 'config/spokes/green.yaml': Buffer.from(`${spoke}tags: {city: Zürich}\n`, 'latin1') },
    shown: `${spoke}tags: {city: Z\\xFCrich}\n`,
  },
  {
    title: 'A file in UTF-16',
    files: { 'config/spokes/green.yaml': Buffer.from(`\ufeff${spoke}`, 'utf16le') },
    shown: spoke,
  },
  {
    title: 'A file that is too large',
    files: { 'config/spokes/green.yaml': `${spoke}# ${'x'.repeat(MEBIBYTE)}\n` },
    shown: `${spoke}# xxxxxxxx… (1 MiB)\n`,
  },
  { title: 'A link that leads out of the root', files: { 'config/spokes/green.yaml': { link: '/etc/passwd' } } },
  { title: 'A link to another file of the repository', files: { 'config/spokes/green.yaml': { link: 'blue.yaml' } } },
  { title: 'A folder that is a link', files: { 'config/components': { link: '../..' } } },
  { title: 'Another ending', files: named('config/spokes/green.yml') },
  { title: 'A folder that does not exist in a configuration', files: named('config/spoke/green.yaml') },
  { title: 'A file directly in `config`', files: named('config/green.yaml') },
  {
    title: 'A folder in a folder whose files have none',
    files: { 'config/teams/west/search.yaml': smallRepository['config/teams/checkout.yaml'] },
  },
  {
    title: 'No configuration at all',
    files: Object.fromEntries(Object.keys(smallRepository).map((path) => [path, undefined])),
  },
  { title: 'No `config.yaml`', files: { 'config/config.yaml': undefined } },
  { title: 'A name that is no name', files: named('config/spokes/Green_1.yaml') },
  { title: 'A name that is too long', files: named('config/spokes/payments-production-west-for-shops-of-europe.yaml') },
  { title: 'A region that is none', files: { 'config/regions/europe.yaml': 'tags: {residency: eu}\n' } },
  { title: 'Names that differ only in case', files: named('config/spokes/Blue.yaml') },
  { title: 'Names that differ only in their folder', files: named('config/spokes/west/blue.yaml') },
  {
    title: 'Folders that differ only in case',
    files: { ...named('config/spokes/West/green.yaml'), ...named('config/spokes/west/lime.yaml') },
  },
];
