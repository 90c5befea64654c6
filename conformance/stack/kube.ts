import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { openDiscovery, pathOfVersion } from './discovery.ts';
import { readResponse } from './https-request.ts';
import { type Fields, type KindRef, type KubeObject, nameOf, type ObjectRef } from './kube-objects.ts';
import { until } from './until.ts';
import { type ChangeHandler, followKind } from './watch.ts';

export interface KubeAccess {
  /** `hub`, or the name of a spoke. */
  readonly name: string;
  readonly server: string;
  /** Files, which kubectl and the engines read too. */
  readonly certificateAuthority: string;
  readonly kubeconfig: string;
  readonly token: string;
}

export interface ListOptions {
  readonly namespace?: string;
  /** `a=b,c` */
  readonly labels?: string;
}

export interface ApplyOptions {
  readonly dryRun?: boolean;
  /** Its own by default; whoever shares a name takes the other's fields. */
  readonly fieldManager?: string;
  /** What is tried only to see whether it is admitted takes nothing from others. */
  readonly force?: boolean;
  /** The namespace of what names none. */
  readonly namespace?: string;
}

export interface Kube extends KubeAccess {
  /** `undefined` if it is not there, or its kind is not. */
  get(ref: ObjectRef): Promise<KubeObject | undefined>;
  /** Empty if the kind is not served. */
  list(kind: KindRef, options?: ListOptions): Promise<readonly KubeObject[]>;
  /** Server-side apply with strict field validation: a field that the schema does not know is a Refusal. */
  apply(object: KubeObject, options?: ApplyOptions): Promise<KubeObject>;
  create(object: KubeObject): Promise<KubeObject>;
  /** A merge patch, or a JSON patch if it is a list; of a subresource such as `status` if one is named. */
  patch(ref: ObjectRef, patch: Fields | readonly Fields[], subresource?: string): Promise<KubeObject>;
  /** Absent is deleted. Does not wait for finalizers. */
  delete(ref: ObjectRef, propagation?: 'Background' | 'Foreground' | 'Orphan'): Promise<void>;
  /** Calls back for each object that is there and for each change, until `close`. The kind may come later. */
  follow(kind: KindRef, onChange: ChangeHandler, options?: ListOptions): { close(): void };
  /** Waits until the object satisfies the test; `gone` waits until it is not there. */
  until(ref: ObjectRef, what: string, test: (object: KubeObject) => boolean, seconds?: number): Promise<KubeObject>;
  gone(ref: ObjectRef, seconds?: number): Promise<void>;
  /** Any other request; throws a Refusal from status 400 on. */
  request(method: string, path: string, body?: unknown, contentType?: string): Promise<unknown>;
}

/** What an API server answered instead of doing what it was asked. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

const defaultPatience = 60;
const manager = 'conformance';

/** A kind that has just come, or has changed, is "not yet initialized" for a moment. */
const tooBusy = 429;
const busyMs = 15_000;
const busyPauseMs = 200;

export function openKube(access: KubeAccess): Kube {
  const { server, token } = access;
  let agent: Agent | undefined;

  /** The certificate exists once the server has started for the first time. */
  function agentOf(): Agent {
    agent ??= new Agent({ keepAlive: true, maxSockets: 256, ca: readFileSync(access.certificateAuthority) });
    return agent;
  }

  async function ask(method: string, path: string, body?: unknown, contentType?: string) {
    const giveUp = performance.now() + busyMs;
    for (;;) {
      const answer = await readResponse({
        agent: agentOf(),
        server,
        method,
        path,
        token,
        ...(contentType !== undefined && { contentType }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (answer.status !== tooBusy || performance.now() > giveUp) return answer;
      await pause(busyPauseMs);
    }
  }

  async function request(method: string, path: string, body?: unknown, contentType?: string): Promise<unknown> {
    const { status, body: answer } = await ask(method, path, body, contentType);
    if (status < 400) return answer.startsWith('{') ? JSON.parse(answer) : answer;
    const message = answer.startsWith('{') ? String(JSON.parse(answer).message) : answer.slice(0, 500);
    throw new Refusal(status, `${access.name}: ${method} ${path.split('?')[0]}: ${status} ${message}`);
  }

  async function ifFound<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }

  const resourceOf = openDiscovery((path) => ifFound(request('GET', path)));

  /** Without a name: of the list. `undefined` if the kind is not served. */
  async function pathOf(ref: KindRef & { readonly name?: string; readonly namespace?: string }) {
    const resource = await resourceOf(ref);
    if (!resource) return undefined;
    const within = resource.namespaced && ref.namespace !== undefined ? `/namespaces/${ref.namespace}` : '';
    const name = ref.name === undefined ? '' : `/${encodeURIComponent(ref.name)}`;
    return `${pathOfVersion(ref.apiVersion)}${within}/${resource.plural}${name}`;
  }

  async function servedPath(ref: KindRef & { readonly name?: string; readonly namespace?: string }): Promise<string> {
    const path = await pathOf(ref);
    if (path === undefined) throw new Refusal(404, `${access.name} serves no ${ref.kind} of ${ref.apiVersion}`);
    return path;
  }

  const kube: Kube = {
    ...access,
    request,
    async get(ref) {
      const path = await pathOf(ref);
      if (path === undefined) return undefined;
      return (await ifFound(request('GET', path))) as KubeObject | undefined;
    },
    async list(kind, { namespace, labels } = {}) {
      const path = await pathOf({ ...kind, ...(namespace !== undefined && { namespace }) });
      if (path === undefined) return [];
      const query = labels === undefined ? '' : `?labelSelector=${encodeURIComponent(labels)}`;
      const list = (await ifFound(request('GET', path + query))) as { items?: readonly Fields[] } | undefined;
      return (list?.items ?? []).map((item) => ({ ...item, ...kind }) as KubeObject);
    },
    async apply(object, { dryRun = false, fieldManager = manager, force = true, namespace = 'default' } = {}) {
      const { apiVersion, kind, metadata } = object;
      const path = await servedPath({
        apiVersion,
        kind,
        name: metadata.name,
        namespace: metadata.namespace ?? namespace,
      });
      const query = new URLSearchParams({ fieldManager, fieldValidation: 'Strict', force: String(force) });
      if (dryRun) query.set('dryRun', 'All');
      return (await request('PATCH', `${path}?${query}`, object, 'application/apply-patch+yaml')) as KubeObject;
    },
    async create(object) {
      const { apiVersion, kind, metadata } = object;
      const path = await servedPath({ apiVersion, kind, namespace: metadata.namespace ?? 'default' });
      return (await request('POST', `${path}?fieldValidation=Strict`, object)) as KubeObject;
    },
    async patch(ref, patch, subresource) {
      const path = await servedPath(ref);
      const type = Array.isArray(patch) ? 'application/json-patch+json' : 'application/merge-patch+json';
      return (await request('PATCH', subresource ? `${path}/${subresource}` : path, patch, type)) as KubeObject;
    },
    async delete(ref, propagationPolicy = 'Background') {
      const path = await pathOf(ref);
      if (path !== undefined) await ifFound(request('DELETE', path, { propagationPolicy }));
    },
    follow(kind, onChange, { namespace } = {}) {
      const path = () => pathOf({ ...kind, ...(namespace !== undefined && { namespace }) });
      return followKind({ agent: agentOf, server, token, kind, path }, onChange);
    },
    async until(ref, what, test, seconds = defaultPatience) {
      const label = `${access.name}: ${nameOf({ kind: ref.kind, metadata: ref })} ${what}`;
      let last: KubeObject | undefined;
      const probe = async () => {
        last = await kube.get(ref);
        return last && test(last) ? last : undefined;
      };
      return until(label, probe, {
        seconds,
        stuck: () => (last ? JSON.stringify(last.status ?? {}).slice(0, 2000) : 'it is not there'),
      });
    },
    async gone(ref, seconds = defaultPatience) {
      let last: KubeObject | undefined;
      const probe = async () => {
        last = await kube.get(ref);
        return last === undefined;
      };
      const label = `${access.name}: ${nameOf({ kind: ref.kind, metadata: ref })} gone`;
      await until(label, probe, { seconds, stuck: () => JSON.stringify(last?.metadata.finalizers ?? []) });
    },
  };
  return kube;
}
