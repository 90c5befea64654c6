import { type Chart, chartFile, valuesSchema } from './chart.ts';

export interface PlainChartOptions {
  readonly name: string;
  readonly version: string;
  /** Top-level values that may be set; `replicas` and `podDisruptionBudget` always. */
  readonly values?: readonly string[];
}

const template = `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  selector: {app.kubernetes.io/instance: {{ .Release.Name }}}
  ports: [{name: main, port: 443, targetPort: 8443}]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels: {app.kubernetes.io/instance: {{ .Release.Name }}}
  template:
    metadata:
      labels: {app.kubernetes.io/instance: {{ .Release.Name }}}
    spec:
      containers:
      - name: main
        image: example.com/{{ .Chart.Name }}:{{ .Chart.AppVersion }}
{{- if .Values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  maxUnavailable: {{ .Values.podDisruptionBudget.maxUnavailable }}
  selector:
    matchLabels: {app.kubernetes.io/instance: {{ .Release.Name }}}
{{- end }}
`;

/** A chart of a Service and a Deployment, in the place of one that cannot be fetched. */
export function plainChart({ name, version, values = [] }: PlainChartOptions): Chart {
  const defaults = { replicas: 1, podDisruptionBudget: { enabled: false, maxUnavailable: 1 } };
  return {
    name,
    version,
    files: new Map([
      ['Chart.yaml', chartFile(name, version)],
      ['values.yaml', JSON.stringify(defaults)],
      ['values.schema.json', valuesSchema([...Object.keys(defaults), ...values])],
      ['templates/workload.yaml', template],
    ]),
  };
}
