import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kube } from './kube.ts';
import { type KubeObject, nameOf, refOf, textAt, valueAt } from './kube-objects.ts';
import { kroDeployment, processOf } from './pod-process.ts';
import type { Engine, Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';
import { isAnswered, runningStatus, workloadKinds } from './workload-status.ts';

/** The stand-in for kubelets and workload controllers: whatever a cluster is told to run, runs. */
export interface Kubelet {
  join(kube: Kube): void;
  /**
   * Workloads whose `<cluster> <Kind> <namespace>/<name>` contains the text do not become ready until `release`; what is
   * ready already stays so for its present generation.
   */
  hold(text: string): void;
  release(text: string): void;
  close(): Promise<void>;
}

/** A pod that crashed comes back after a while. */
const restartMs = 1000;
const retryMs = 500;

interface KubeletContext {
  readonly processes: Processes;
  readonly scratch: Scratch;
  readonly bin: string;
}

export function startKubelet({ processes, scratch, bin }: KubeletContext): Kubelet {
  const held = new Set<string>();
  const waiting = new Map<string, { kube: Kube; object: KubeObject }>();
  const follows: { close(): void }[] = [];
  let closed = false;
  /** What runs for the Deployment of kro, and from which pod template it came. */
  let kro: { readonly template: string; readonly engine: Engine } | undefined;
  let turn: Promise<void> = Promise.resolve();

  const labelOf = (kube: Kube, object: KubeObject) => `${kube.name} ${nameOf(object)}`;
  const isKro = (kube: Kube, { kind, metadata }: KubeObject) =>
    kube.name === 'hub' &&
    kind === 'Deployment' &&
    metadata.namespace === kroDeployment.namespace &&
    metadata.name === kroDeployment.name;

  async function stopKro(): Promise<void> {
    if (!kro) return;
    const { engine } = kro;
    kro = undefined;
    await engine.stop();
    processes.forget(engine.name);
  }

  /** A crash is not the end of a pod; a proof that kills the process sees it come back. */
  async function keepRunning(engine: Engine): Promise<void> {
    while (kro?.engine === engine && !closed) {
      await engine.ended;
      await pause(restartMs);
      if (kro?.engine === engine && !closed)
        await engine.start().catch((error: unknown) => scratch.note(String(error)));
    }
  }

  async function runKro(kube: Kube, deployment: KubeObject): Promise<void> {
    const template = createHash('sha256')
      .update(JSON.stringify(valueAt(deployment, 'spec.template')))
      .digest('hex');
    if (kro?.template === template) return;
    await stopKro();
    const options = await processOf({ kube, scratch, bin }, deployment, kroDeployment);
    const engine = await processes.start(options).catch((error: unknown) => {
      processes.forget(options.name);
      throw error;
    });
    kro = { template, engine };
    void keepRunning(engine);
  }

  async function answer(kube: Kube, object: KubeObject): Promise<void> {
    if (closed || isAnswered(object)) return;
    const label = labelOf(kube, object);
    if ([...held].some((text) => label.includes(text))) {
      waiting.set(label, { kube, object });
      return;
    }
    try {
      if (isKro(kube, object) && Number(valueAt(object, 'spec.replicas') ?? 1) > 0) await runKro(kube, object);
      await kube.patch(refOf(object), { status: runningStatus(object) }, 'status');
    } catch (error) {
      // It may have gone, or its service account is not there yet.
      scratch.note(`kubelet: ${label}: ${error instanceof Error ? error.message : String(error)}`);
      await pause(retryMs);
      const now = await kube.get(refOf(object)).catch(() => object);
      if (now && now.metadata.uid === object.metadata.uid) void answer(kube, now);
    }
  }

  return {
    join(kube) {
      for (const kind of workloadKinds) {
        const follow = kube.follow(kind, (object, event) => {
          waiting.delete(labelOf(kube, object));
          // One at a time for kro, whose process is started and stopped.
          if (isKro(kube, object)) {
            const step =
              event === 'gone' || textAt(object, 'spec.replicas') === '0' ? stopKro : () => answer(kube, object);
            turn = turn.then(step).catch((error: unknown) => scratch.note(`kubelet: ${String(error)}`));
          } else if (event === 'there') void answer(kube, object);
        });
        follows.push(follow);
      }
    },
    hold: (text) => void held.add(text),
    release(text) {
      held.delete(text);
      const again = [...waiting.values()];
      waiting.clear();
      for (const { kube, object } of again) void answer(kube, object);
    },
    async close() {
      closed = true;
      for (const follow of follows) follow.close();
      await turn;
    },
  };
}
