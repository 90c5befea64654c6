import type { Manifest } from '../../model/manifest.ts';
import { printYaml } from '../../yaml/print-yaml.ts';
import type { Gate } from '../engine.ts';
import { ARGOCD_NAMESPACE } from './application.ts';
import { healthChecks } from './health-checks.ts';
import { annotations } from './marks.ts';

/**
 * Kinds that Argo CD does not watch: those that it leaves out by default (one setting holds them all), and kro's
 * record of each revision of a graph.
 */
const excluded = [
  { apiGroups: ['', 'discovery.k8s.io'], kinds: ['Endpoints', 'EndpointSlice'] },
  { apiGroups: ['coordination.k8s.io'], kinds: ['Lease'] },
  {
    apiGroups: ['authentication.k8s.io', 'authorization.k8s.io'],
    kinds: [
      'SelfSubjectReview',
      'TokenReview',
      'LocalSubjectAccessReview',
      'SelfSubjectAccessReview',
      'SelfSubjectRulesReview',
      'SubjectAccessReview',
    ],
  },
  { apiGroups: ['certificates.k8s.io'], kinds: ['CertificateSigningRequest'] },
  { apiGroups: ['cert-manager.io'], kinds: ['CertificateRequest'] },
  { apiGroups: ['cilium.io'], kinds: ['CiliumIdentity', 'CiliumEndpoint', 'CiliumEndpointSlice'] },
  {
    apiGroups: ['kyverno.io', 'reports.kyverno.io', 'wgpolicyk8s.io'],
    kinds: [
      'PolicyReport',
      'ClusterPolicyReport',
      'EphemeralReport',
      'ClusterEphemeralReport',
      'AdmissionReport',
      'ClusterAdmissionReport',
      'BackgroundScanReport',
      'ClusterBackgroundScanReport',
      'UpdateRequest',
    ],
  },
  { apiGroups: ['internal.kro.run'], kinds: ['GraphRevision'] },
];

/** The keys of `argocd-cm` that are ours; the installation owns the others, so the object is never pruned. */
export function argocdSettings(gates: readonly Gate[]): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-cm',
      namespace: ARGOCD_NAMESPACE,
      labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
      annotations: annotations({ wave: -5, sync: ['Prune=false,Delete=false'] }),
    },
    data: { 'resource.exclusions': printYaml(excluded), ...healthChecks(gates) },
  };
}
