/**
 * Annotations of every namespace. It holds state, so it does not go because a line of the configuration went; and when
 * nothing asks for it any more it is no difference, which would hold up all that waits for its Application.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/
 */
export const keptNamespace = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
} as const;
