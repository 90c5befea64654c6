import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chart, chartFile, valuesSchema } from './chart.ts';

/** Top-level values of the charts that the ACK project publishes. */
const knownValues = [
  ...[
    'aws',
    'deletionPolicy',
    'deployment',
    'enableCARM',
    'featureGates',
    'fullnameOverride',
    'iamRoleSelector',
    'image',
  ],
  ...[
    'imagePullSecrets',
    'installScope',
    'leaderElection',
    'log',
    'metrics',
    'nameOverride',
    'reconcile',
    'resourceTags',
  ],
  ...['resources', 'role', 'serviceAccount', 'watchNamespace', 'watchSelectors'],
];

const templates = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Values.serviceAccount.name }}
  namespace: {{ .Release.Namespace }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: {{ .Release.Name }}}
rules:
- apiGroups: [SERVICE.services.k8s.aws]
  resources: ["*"]
  verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: {{ .Release.Name }}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {{ .Release.Name }}}
subjects:
- kind: ServiceAccount
  name: {{ .Values.serviceAccount.name }}
  namespace: {{ .Release.Namespace }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
  labels: {app.kubernetes.io/name: CHART}
spec:
  replicas: 1
  selector:
    matchLabels: {app.kubernetes.io/name: CHART}
  template:
    metadata:
      labels: {app.kubernetes.io/name: CHART}
    spec:
      serviceAccountName: {{ .Values.serviceAccount.name }}
      containers:
      - name: controller
        image: public.ecr.aws/aws-controllers-k8s/SERVICE-controller:{{ .Chart.AppVersion }}
        args:
        - --aws-region={{ .Values.aws.region }}
        - --enable-carm={{ .Values.enableCARM }}
        - --reconcile-default-max-concurrent-syncs={{ .Values.reconcile.defaultMaxConcurrentSyncs }}
        - --reconcile-default-resync-seconds={{ .Values.reconcile.defaultResyncPeriod }}
        {{- range $kind, $seconds := .Values.reconcile.resourceResyncPeriods }}
        - --reconcile-resource-resync-seconds={{ $kind }}={{ $seconds }}
        {{- end }}
        resources: {{ toJson .Values.resources }}
`;

/** The chart of one controller: the CRDs that this repository vendors of it, and a Deployment whose arguments the stand-in obeys. */
export function ackChart(service: string, version: string, crds: string): Chart {
  const name = `${service}-chart`;
  const fill = (text: string) => text.replaceAll('SERVICE', service).replaceAll('CHART', name);
  const files = new Map([
    ['Chart.yaml', chartFile(name, version)],
    [
      'values.yaml',
      JSON.stringify({
        aws: { region: '' },
        enableCARM: true,
        reconcile: { defaultMaxConcurrentSyncs: 1, defaultResyncPeriod: 36000, resourceResyncPeriods: {} },
        resources: {},
        serviceAccount: { name: `ack-${service}-controller` },
      }),
    ],
    ['values.schema.json', valuesSchema(knownValues)],
    ['templates/controller.yaml', fill(templates)],
  ]);
  const folder = join(crds, `${service}.services.k8s.aws`);
  for (const file of readdirSync(folder)) files.set(`crds/${file}`, readFileSync(join(folder, file), 'utf8'));
  return { name, version, files };
}
