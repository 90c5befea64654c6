// What is built, and from which package of the one module in go.mod. The module's checksums pin every line of it.
/** Where the client libraries look for the version of the API server; without it no client can parse what the server says. */
const stamp = 'k8s.io/component-base/version';

/** Argo CD's own is a fixed file in /tmp, which runs and users would fight for; this one lies where the process is started. */
const askPassSocket = '-X github.com/argoproj/argo-cd/v3/util/askpass.SocketPath=ask-pass.sock';

/**
 * @param {string} goMod
 * @returns {string[]} flags of the linker, the same for every engine so that they share what is compiled
 */
export function linkerFlags(goMod) {
  const version = /^\s*k8s\.io\/kubernetes (v\d+\.\d+\.\d+)/m.exec(goMod)?.[1];
  if (!version) throw new Error('go.mod names no version of k8s.io/kubernetes');
  const [major, minor] = version.slice(1).split('.');
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor };
  return ['-s', '-w', askPassSocket, ...Object.entries(values).map(([name, value]) => `-X ${stamp}.${name}=${value}`)];
}

/** In the order in which they are built: the heaviest come early, and what they compile serves the others. */
export const engines = [
  { name: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
  { name: 'kube-apiserver', package: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  { name: 'argocd', package: 'github.com/argoproj/argo-cd/v3/cmd' },
  { name: 'kro', package: 'github.com/kubernetes-sigs/kro/cmd/controller' },
  { name: 'kube-controller-manager', package: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
  { name: 'kubectl', package: 'k8s.io/kubernetes/cmd/kubectl' },
  { name: 'helm', package: 'helm.sh/helm/v4/cmd/helm' },
  { name: 'kustomize', package: 'sigs.k8s.io/kustomize/kustomize/v5' },
];

/** Files of the modules that the stack needs besides their binaries: the CRDs and the chart of exactly the version built. */
export const copies = [
  { to: 'crds/argocd', module: 'github.com/argoproj/argo-cd/v3', folder: 'manifests/crds' },
  { to: 'charts/kro', module: 'github.com/kubernetes-sigs/kro', folder: 'helm' },
];
