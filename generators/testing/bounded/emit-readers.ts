import type { Disk } from '../../disk/disk.ts';
import { parseBlobs, parseSizes, parseTree } from '../../disk/git/parse-git.ts';
import { sha256 } from '../../disk/sha256.ts';
import { encodeState } from '../../disk/state-file.ts';
import { parseRecord } from '../../emit/records/parse-record.ts';
import { printRecord, recordPath } from '../../emit/records/record.ts';
import { loadState } from '../../emit/state/build-state.ts';
import { readJournal } from '../../emit/state/journal.ts';
import { limits } from '../../util/limits.ts';
import type { Random } from './random.ts';
import type { Reader } from './reader.ts';

const owner = { kind: 'spoke', name: 'blue' } as const;
const hash = 'a'.repeat(64);
const record = printRecord(
  { owner, input: hash, facts: { cidr: '10.0.0.0/18', account: '222222222222' } },
  { 'out/hubs/hub/spokes/blue/instance.yaml': hash, 'out/hubs/hub/spokes/blue/app.yaml': hash },
);
const merged = `<<<<<<< ours\n${record}=======\n${record.replaceAll('aaaa', 'bbbb')}>>>>>>> theirs\n`;

export const recordReader: Reader = {
  samples: [record, merged],
  mostBytes: limits.configBytes.most,
  weight: 3,
  read: (text) => parseRecord(recordPath(owner), text),
};

const blob = 'ab'.repeat(20);
const tree = `100644 blob ${blob}\tspokes/blue.json\x00120000 blob ${blob}\tlink\x00160000 commit ${blob}\tmodule\0`;

/** What Git prints of a commit's files and their contents. */
export const gitReader: Reader = {
  samples: [tree, `${blob} blob 5\n12345\n${blob} blob 0\n\n`, `${blob} missing\n`, `${blob} blob -5\n1`],
  mostBytes: limits.configBytes.most,
  weight: 3,
  read: (text) => {
    parseTree(Buffer.from(text, 'latin1'));
    parseBlobs(Buffer.from(text, 'latin1'), [blob, blob]);
    parseSizes(Buffer.from(text, 'latin1'), [blob, blob]);
  },
};

const stamp = { size: 1, mtimeMs: 1, ctimeMs: 1, ino: 1 };
const entry = { path: 'config/config.yaml', stamp, hash, record: '', trusted: true };
const state = Buffer.from(
  encodeState({
    compiler: 'c',
    seal: '1 1',
    head: '',
    meta: { a: 'b' },
    inputs: [entry, { ...entry, path: 'config/spokes/blue.yaml' }],
    outputs: [{ ...entry, path: 'out/a.yaml', record: 'out/records/spokes/blue.json' }],
    folders: [{ ...entry, path: 'out', hash: '' }],
    payloads: new Map([['p', Buffer.from('payload')]]),
  }),
).toString('latin1');
const content = state.slice(state.indexOf('\n', state.indexOf('\n') + 1) + 1);

/** A disk whose private folder holds these bytes, whatever is asked for. */
function diskWith(bytes: Uint8Array, hidden: string): Disk {
  const refuse = (): never => {
    throw new Error('only read');
  };
  return {
    stat: (path) => ({ ...stamp, kind: path.endsWith('.wheelwright') ? 'folder' : 'file' }),
    list: () => [],
    read: (path) => (path.endsWith(hidden) ? undefined : { bytes, stamp }),
    create: refuse,
    rename: refuse,
    remove: refuse,
    makeFolder: refuse,
    removeFolder: refuse,
    release: refuse,
  };
}

/** The state of the last build, and the journal of one that was killed. A stranger knows how to make the hash right. */
export const stateReader: Reader = {
  samples: [
    content,
    content.slice(0, content.indexOf('\n') + 1),
    '{"out/a.yaml": ["aaaa"]}',
    '{"counts":[1e9,1e9,1e9],"payloads":[["a",1e9]],"records":[],"pathBytes":5}\n',
  ],
  mostBytes: limits.configBytes.most,
  weight: 3,
  read: (text: string, random: Random) => {
    const inside = Buffer.from(text, 'latin1');
    const head = `wheelwright-state-1\n${random.chance(20) ? hash : sha256(inside)}\n`;
    loadState(diskWith(Buffer.concat([Buffer.from(head), inside]), 'journal.json'), '/r', 'c');
    readJournal(diskWith(Buffer.from(text), 'state'), '/r');
  },
};
