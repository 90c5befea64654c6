export type Files = Readonly<Record<string, string>>;

const web = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      imagePullSecrets: [{name: pull}]
      initContainers:
        - {name: migrate, image: web:1.0, envFrom: [{configMapRef: {name: settings}}]}
      containers:
        - name: web
          image: registry.example.com:5000/web@sha256:0000000000000000000000000000000000000000000000000000000000000000
          ports: [{containerPort: 8080}, {containerPort: 9090, protocol: TCP}]
          env:
            - {name: A, value: a}
            - {name: PASSWORD, valueFrom: {secretKeyRef: {name: pull, key: password}}}
          volumeMounts: [{name: settings, mountPath: /etc/web}]
        - {name: proxy, image: 'proxy:3', args: [--a, --b]}
      topologySpreadConstraints:
        - {topologyKey: zone, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}}
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - {weight: 1, podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {app: web}}}}
      volumes:
        - {name: settings, configMap: {name: settings}}
        - {name: data, persistentVolumeClaim: {claimName: data}}
        - {name: both, projected: {sources: [{configMap: {name: settings}}, {secret: {name: pull}}]}}
`;

const around = `
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
apiVersion: v1
kind: Secret
metadata: {name: pull}
type: kubernetes.io/dockerconfigjson
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {a: "1", b: "true"}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, protocol: TCP, targetPort: 8080}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  defaultBackend: {service: {name: web, port: {number: 80}}}
  tls: [{hosts: [a.example.com], secretName: pull}]
  rules:
    - host: a.example.com
      http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 3}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}, {podSelector: {}}]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [settings], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects:
  - {kind: ServiceAccount, name: web}
  - {kind: ServiceAccount, name: default}
  - {kind: User, name: somebody, apiGroup: rbac.authorization.k8s.io}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: view-nodes}
rules: [{apiGroups: [""], resources: [nodes], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: view-nodes}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view-nodes}
subjects: [{kind: ServiceAccount, name: web, namespace: default}]
---
apiVersion: v1
kind: Namespace
metadata: {name: anything}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: w}
spec: {selector: {matchLabels: {app: web}}, containers: [{image: web}]}
`;

const others = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: db}]}
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {storageClassName: fast, accessModes: [ReadWriteOnce]}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: clean}
spec:
  schedule: "* * * * *"
  jobTemplate:
    spec:
      template:
        spec: {serviceAccountName: web, restartPolicy: Never, containers: [{name: clean, image: db}]}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: {name: db}
    spec: {clusterIP: None, selector: {app: db}}
  - apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata: {name: fast}
    provisioner: ebs.csi.aws.com
---
apiVersion: v1
kind: ConfigMap
metadata: {name: local, annotations: {config.kubernetes.io/local-config: "true"}}
`;

export const base: Files = {
  'base/kustomization.yaml': 'resources: [web.yaml, around.yaml, others.yaml]\n',
  'base/web.yaml': web,
  'base/around.yaml': around,
  'base/others.yaml': others,
};

/** The folder `app`: the base, changed by a kustomization. */
export const on = (kustomization: string, more: Files = {}): Files => ({
  ...base,
  'app/kustomization.yaml': `resources: [../base]\n${kustomization}`,
  ...more,
});

/** The folder `app` with one ConfigMap in a file. */
export const small = (kustomization: string, more: Files = {}): Files => ({
  'app/kustomization.yaml': kustomization,
  'app/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata: {a: b}\n',
  ...more,
});
