import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

const off = { enabled: false };

export default defineAddon<Options>({
  summary: 'Measures the cluster and what runs in it, with Prometheus and its operator, and alerts.',
  namespace: { name: 'monitoring', ownedBy: 'addon' },
  alsoIn: ['kube-system'],
  stage: 'platform',
  clouds: 'any',
  recommended: { version: '88.5.3', inInit: false },
  examples: [{}, { grafana: { adminSecret: 'grafana-admin' } }, { alertmanager: false, storage: { class: 'gp3' } }],
  chart: {
    repo: 'https://prometheus-community.github.io/helm-charts',
    name: 'kube-prometheus-stack',
    openValues: [
      'alertmanager.alertmanagerSpec.resources',
      'kube-state-metrics.resources',
      'prometheus-node-exporter.resources',
      'prometheus.prometheusSpec.resources',
      'prometheus.prometheusSpec.scrapeInterval',
      'prometheusOperator.resources',
    ],
    values: ({ spoke: { name }, options }) => ({
      // The cloud runs these where nobody can reach them, and alerts would say for ever that they are down.
      kubeControllerManager: off,
      kubeEtcd: off,
      kubeProxy: off,
      kubeScheduler: off,
      // Jobs make their certificate and write it into the webhook: whoever compares it with Git would undo that.
      prometheusOperator: { admissionWebhooks: off, tls: off },
      alertmanager: { enabled: options.alertmanager },
      grafana: grafana(options),
      prometheus: { prometheusSpec: { externalLabels: { cluster: name }, ...everyMonitor, ...storage(options) } },
    }),
  },
});

/** Those of all releases and namespaces, not only those of this chart. */
const everyMonitor = {
  podMonitorSelectorNilUsesHelmValues: false,
  probeSelectorNilUsesHelmValues: false,
  ruleSelectorNilUsesHelmValues: false,
  scrapeConfigSelectorNilUsesHelmValues: false,
  serviceMonitorSelectorNilUsesHelmValues: false,
};

/** A password that the chart makes would be another one each time that it is rendered. */
function grafana({ grafana }: Options) {
  return grafana === undefined ? off : { enabled: true, admin: { existingSecret: grafana.adminSecret } };
}

function storage({ retention, storage: { size, class: storageClassName } }: Options) {
  return {
    retention,
    // A tenth is for what is being written.
    retentionSize: `${Math.floor(size * 0.9 * 1024)}MB`,
    storageSpec: {
      volumeClaimTemplate: {
        spec: {
          ...(storageClassName !== undefined && { storageClassName }),
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: `${size}Gi` } },
        },
      },
    },
  };
}
