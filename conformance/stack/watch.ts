import type { Agent } from 'node:https';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openResponse, readResponse } from './https-request.ts';
import type { Fields, KindRef, KubeObject } from './kube-objects.ts';

/** An object as it is now, or as it was last seen when it had gone. */
export type ChangeHandler = (object: KubeObject, event: 'there' | 'gone') => void;

export interface FollowSource {
  readonly agent: () => Agent;
  readonly server: string;
  readonly token: string;
  readonly kind: KindRef;
  /** Of the list; `undefined` while the kind is not served. */
  readonly path: () => Promise<string | undefined>;
}

/** How soon to ask again after a connection broke, a kind was not there, or a server was restarted. */
const pauseMs = 300;

interface WatchLine {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubeObject;
}

const keyOf = ({ metadata: { namespace = '', name } }: KubeObject) => `${namespace}/${name}`;

/** Lists, then watches, and begins again when the watch ends: nothing is missed, though what came and went between may be. */
export function followKind(source: FollowSource, onChange: ChangeHandler): { close(): void } {
  const closed = new AbortController();
  const { signal } = closed;
  const seen = new Map<string, KubeObject>();

  function take(object: KubeObject): void {
    const before = seen.get(keyOf(object));
    if (before && before.metadata.uid !== object.metadata.uid) onChange(before, 'gone');
    if (before?.metadata.resourceVersion === object.metadata.resourceVersion) return;
    seen.set(keyOf(object), object);
    onChange(object, 'there');
  }

  function drop(object: KubeObject): void {
    if (seen.delete(keyOf(object))) onChange(object, 'gone');
  }

  const request = (path: string) => ({
    agent: source.agent(),
    server: source.server,
    token: source.token,
    method: 'GET',
    path,
  });

  async function list(path: string): Promise<string> {
    const { status, body } = await readResponse(request(path));
    if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
    const answer = JSON.parse(body) as { metadata: { resourceVersion: string }; items: Fields[] };
    const objects = answer.items.map((item) => ({ ...item, ...source.kind }) as KubeObject);
    const there = new Set(objects.map(keyOf));
    for (const [key, object] of seen) if (!there.has(key)) drop(object);
    for (const object of objects) take(object);
    return answer.metadata.resourceVersion;
  }

  async function watch(path: string, resourceVersion: string): Promise<void> {
    const query = new URLSearchParams({ watch: '1', resourceVersion, allowWatchBookmarks: 'true' });
    const response = await openResponse({ ...request(`${path}?${query}`), signal });
    for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
      const { type, object } = JSON.parse(line) as WatchLine;
      if (type === 'ERROR') return;
      if (type === 'DELETED') drop(object);
      else if (type !== 'BOOKMARK') take(object);
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const path = await source.path();
        if (path !== undefined) await watch(path, await list(path));
      } catch {
        // The server is down, or the kind has gone with its CRD.
      }
      if (!signal.aborted) await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  void run();
  return { close: () => closed.abort() };
}
