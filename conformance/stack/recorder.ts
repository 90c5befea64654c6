import { appendFileSync } from 'node:fs';
import type { Kube } from './kube.ts';
import {
  conditionOf,
  conditionsOf,
  type KindRef,
  type KubeObject,
  kinds,
  nameOf,
  textAt,
  valueAt,
} from './kube-objects.ts';
import type { Scratch } from './scratch.ts';
import { isOfEngines } from './served-kinds.ts';

/** Something was seen for the first time, looked different in what matters, or had gone. */
export interface TimelineEntry {
  /** Milliseconds, of the runner's clock. */
  readonly at: number;
  /** Of the hub's store when it happened: orders entries of any kinds, which `at` does not. A mark has none. */
  readonly revision: number;
  readonly event: 'created' | 'changed' | 'gone';
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** What matters of the state, as text: see `summarise`. */
  readonly state: Readonly<Record<string, string>>;
}

export interface EntryFilter {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string | RegExp;
  readonly event?: TimelineEntry['event'];
  /** Entries from this moment on. */
  readonly since?: number;
  readonly where?: (state: TimelineEntry['state']) => boolean;
}

export interface Recorder {
  entries(filter?: EntryFilter): readonly TimelineEntry[];
  first(filter: EntryFilter): TimelineEntry | undefined;
  last(filter: EntryFilter): TimelineEntry | undefined;
  /** Notes something of the runner's own in the timeline. */
  mark(name: string): TimelineEntry;
  close(): void;
}

/** What is recorded of an object. A change of anything else is no entry. */
function summarise(object: KubeObject): Record<string, string> {
  const state: Record<string, string> = {};
  if (object.metadata.deletionTimestamp !== undefined) state['deleting'] = 'true';
  if (object.kind === kinds.application.kind) return { ...state, ...applicationState(object) };
  state['generation'] = String(object.metadata.generation ?? 0);
  for (const field of ['state', 'status']) {
    const value = valueAt(object, `status.${field}`);
    if (typeof value === 'string') state[field] = value;
  }
  for (const [type, good] of Object.entries(recordedConditions)) {
    const condition = conditionOf(object, type);
    if (!condition) continue;
    state[type] = condition.status;
    if (condition.observedGeneration !== undefined) state[`${type}.generation`] = String(condition.observedGeneration);
    if (condition.message && condition.status !== good) state[`${type}.message`] = condition.message;
  }
  return state;
}

/** Conditions, and the status of each that needs no message. */
const recordedConditions = {
  Ready: 'True',
  'ACK.ResourceSynced': 'True',
  'ACK.Terminal': 'False',
  'ACK.Recoverable': 'False',
};

/** Without the generation: an Application has no status of its own, so that every change of it counts. */
function applicationState(object: KubeObject): Record<string, string> {
  return {
    sync: textAt(object, 'status.sync.status'),
    health: textAt(object, 'status.health.status'),
    operation: textAt(object, 'status.operationState.phase'),
    message: textAt(object, 'status.operationState.message'),
    revision: textAt(object, 'status.sync.revision'),
    conditions: conditionsOf(object)
      .map(({ type, message }) => `${type}: ${message}`)
      .join('; '),
  };
}

function matches(entry: TimelineEntry, { kind, namespace, name, event, since, where }: EntryFilter): boolean {
  return (
    (kind === undefined || entry.kind === kind) &&
    (namespace === undefined || entry.namespace === namespace) &&
    (name === undefined || (typeof name === 'string' ? entry.name === name : name.test(entry.name))) &&
    (event === undefined || entry.event === event) &&
    (since === undefined || entry.at >= since) &&
    (where === undefined || where(entry.state))
  );
}

/** Watches, from the CRDs on, every kind of Argo CD, kro and ACK that the hub has or gets, and the clusters Argo CD knows. */
export function startRecorder(hub: Kube, scratch: Scratch): Recorder {
  const timeline: TimelineEntry[] = [];
  const last = new Map<string, string>();
  const follows = new Map<string, { close(): void }>();

  function add(entry: TimelineEntry): void {
    timeline.push(entry);
    appendFileSync(scratch.path('logs', 'timeline.jsonl'), `${JSON.stringify(entry)}\n`);
  }

  function record(object: KubeObject, event: 'there' | 'gone'): void {
    const { namespace = '', name, uid = '', resourceVersion = '' } = object.metadata;
    const key = `${nameOf(object)} ${uid}`;
    const state = summarise(object);
    const text = JSON.stringify(state);
    const before = last.get(key);
    if (event === 'there' && before === text) return;
    if (event === 'gone') last.delete(key);
    else last.set(key, text);
    const what = event === 'gone' ? 'gone' : before === undefined ? 'created' : 'changed';
    add({
      at: Date.now(),
      revision: Number(resourceVersion),
      event: what,
      kind: object.kind,
      namespace,
      name,
      uid,
      state,
    });
  }

  function follow(kind: KindRef): void {
    const key = `${kind.apiVersion}/${kind.kind}`;
    if (!follows.has(key)) follows.set(key, hub.follow(kind, record));
  }

  const crds = hub.follow(kinds.crd, (crd, event) => {
    const group = textAt(crd, 'spec.group');
    const versions = valueAt(crd, 'spec.versions') as readonly { name: string; served: boolean; storage: boolean }[];
    const version = versions.find(({ storage }) => storage)?.name;
    if (event === 'there' && isOfEngines(group) && version !== undefined) {
      follow({ apiVersion: `${group}/${version}`, kind: textAt(crd, 'spec.names.kind') });
    }
  });
  const secrets = hub.follow(
    kinds.secret,
    (secret, event) => {
      if (secret.metadata.labels?.['argocd.argoproj.io/secret-type'] === 'cluster') record(secret, event);
    },
    { namespace: 'argocd' },
  );

  const entries = (filter: EntryFilter = {}) => timeline.filter((entry) => matches(entry, filter));
  return {
    entries,
    first: (filter) => timeline.find((entry) => matches(entry, filter)),
    last: (filter) => entries(filter).at(-1),
    mark(name) {
      const entry: TimelineEntry = {
        at: Date.now(),
        revision: 0,
        event: 'created',
        kind: 'Mark',
        namespace: '',
        name,
        uid: '',
        state: {},
      };
      add(entry);
      return entry;
    },
    close() {
      for (const { close } of [crds, secrets, ...follows.values()]) close();
    },
  };
}
