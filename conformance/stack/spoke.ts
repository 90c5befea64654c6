import { readFileSync, writeFileSync } from 'node:fs';
import { certificateOf, kubeconfigText, startApiServer } from './api-server.ts';
import type { Cloud } from './cloud.ts';
import type { Kube } from './kube.ts';
import { conditionOf, type Fields, valueAt } from './kube-objects.ts';
import type { Kubelet } from './kubelet.ts';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';
import type { Authentication, Authorise, TokenWebhook } from './token-webhook.ts';

export interface Spoke {
  readonly name: string;
  /** Of the EKS cluster that this API server is. */
  readonly cluster: string;
  readonly kube: Kube;
  /** The certificate authority as EKS gives it: PEM in base64. */
  readonly certificateAuthorityData: string;
  /** Every token of EKS that the cluster was shown, oldest first. */
  authentications(): readonly Authentication[];
}

export interface SpokeOptions {
  /** Of the EKS cluster; the spoke's own name if nothing is said. */
  readonly cluster?: string;
  /** Who gets in; the access entries of the cluster on the hub if nothing is said. */
  readonly authorise?: Authorise;
}

export interface SpokeContext {
  readonly processes: Processes;
  readonly scratch: Scratch;
  readonly bin: string;
  readonly hub: Kube;
  readonly cloud: Cloud;
  readonly webhook: TokenWebhook;
  readonly kubelet: Kubelet;
}

const firstPort = 6444;
const firstControllerPort = 10358;
const accessEntry = { apiVersion: 'eks.services.k8s.aws/v1alpha1', kind: 'AccessEntry' };
const administrators = /:cluster-access-policy\/AmazonEKSClusterAdminPolicy$/;

/** As EKS: an entry that the cloud has made, its groups, and the policy that makes an administrator. */
function byAccessEntries(hub: Kube, cluster: string): Authorise {
  return async (roleArn) => {
    const entries = await hub.list(accessEntry);
    const entry = entries.find(
      (object) =>
        valueAt(object, 'spec.clusterName') === cluster &&
        valueAt(object, 'spec.principalARN') === roleArn &&
        conditionOf(object, 'ACK.ResourceSynced')?.status === 'True',
    );
    if (!entry) return undefined;
    const groups = (valueAt(entry, 'spec.kubernetesGroups') ?? []) as readonly string[];
    const policies = (valueAt(entry, 'spec.accessPolicies') ?? []) as readonly Fields[];
    const isAdministrator = policies.some(({ policyARN }) => administrators.test(String(policyARN)));
    return isAdministrator ? [...groups, 'system:masters'] : groups;
  };
}

/** An API server of its own, which knows its visitors by tokens of EKS alone (and the runner by its fixed one). */
export async function startSpoke(
  context: SpokeContext,
  name: string,
  index: number,
  options: SpokeOptions,
): Promise<Spoke> {
  const { scratch, webhook, kubelet, cloud, hub } = context;
  const { cluster = name, authorise = byAccessEntries(hub, cluster) } = options;
  webhook.serve(name, cluster, authorise);
  const tokenWebhook = scratch.path(`token-webhook-${name}`);
  writeFileSync(tokenWebhook, kubeconfigText(`${webhook.url}/${name}`, certificateOf(scratch, 'hub')));
  const kube = await startApiServer(context, {
    name,
    port: firstPort + index,
    controllerPort: firstControllerPort + index,
    controllers: ['namespace-controller', 'garbage-collector-controller'],
    tokenWebhook,
  });
  kubelet.join(kube);
  const certificateAuthorityData = readFileSync(kube.certificateAuthority).toString('base64');
  await cloud.setApiServer(cluster, kube.server, certificateAuthorityData);
  return {
    name,
    cluster,
    kube,
    certificateAuthorityData,
    authentications: () => webhook.authentications.filter((authentication) => authentication.cluster === cluster),
  };
}
