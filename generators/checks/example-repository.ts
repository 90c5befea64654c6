import type { ExampleFiles } from '../diagnostics/catalogue.ts';

/** A valid repository with one spoke, `blue`: what examples, and tests, add to. */
export const exampleRepository: ExampleFiles = {
  'config/config.yaml': `format: 1
organisation: acme
repository:
  url: https://github.com/acme/platform
  revision: refs/heads/main
versions:
  library: v1
  kubernetes: "1.35"
  kro: 0.9.4
  ack: {cloudwatchlogs: 1.4.1, ec2: 1.20.0, eks: 1.20.0, iam: 1.8.1, kms: 1.4.1}
  eks:
    addons:
      coredns: v1.12.4-eksbuild.1
      eks-pod-identity-agent: v1.3.8-eksbuild.2
      kube-proxy: v1.35.0-eksbuild.2
      vpc-cni: v1.20.1-eksbuild.1
  addons: {}
defaults:
  network: {azCount: 3, nat: single}
  nodeGroups:
    default: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 2, max: 6}
  eks: {addons: {coredns: {}, eks-pod-identity-agent: {}, kube-proxy: {}, vpc-cni: {}}}
`,
  'config/hubs/hub.yaml': `account: "111111111111"
region: eu-west-1
cluster: hub
addressPools: [10.0.0.0/8]
natAddresses: [198.51.100.10/32]
admins: {platform: "arn:aws:iam::111111111111:role/platform-admins"}
`,
  'config/accounts/main.yaml': `id: "222222222222"
regions: [eu-west-1]
`,
  'config/environments/production.yaml': `tags: {environment: production}
`,
  'config/teams/checkout.yaml': `accounts: [main]
quota: {pods: 20}
namespaces: {checkout: {}}
`,
  'config/spokes/blue.yaml': `environment: production
account: main
region: eu-west-1
network: {cidr: 10.0.0.0/18}
`,
  'spokes/bases/web-service/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [deployment.yaml]
`,
  'spokes/bases/web-service/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: web
          image: "registry.example.com/web:1.0"
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`,
  'spokes/components/autoscaling/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [autoscaler.yaml]
`,
  'spokes/components/autoscaling/autoscaler.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 2
  maxReplicas: 8
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
`,
};
