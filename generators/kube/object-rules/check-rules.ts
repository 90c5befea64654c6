import type { Walk } from '../../schema/structural/violation.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import type { KindSchema } from '../kinds.ts';
import { bindingRule, claimRule, keysRule } from './data-rules.ts';
import { podRule } from './pod-rules.ts';
import type { ObjectRule } from './rule.ts';
import { ingressRule, serviceRule } from './service-rules.ts';
import {
  claimsOf,
  disruptionRule,
  restartRule,
  scalerRule,
  scheduleRule,
  selectorRule,
  strategyRule,
} from './workload-rules.ts';

const template = ['spec', 'template', 'spec'];
const cronTemplate = ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
const toAnEnd = ['OnFailure', 'Never'];
const workload: readonly ObjectRule[] = [selectorRule, restartRule(template, ['Always'])];

/** By group and kind. After the validation of the API server, pkg/apis/<group>/validation in k8s.io/kubernetes 1.36. */
const rules: Readonly<Record<string, readonly ObjectRule[]>> = {
  '/Pod': [podRule(['spec'])],
  '/Service': [serviceRule],
  '/ConfigMap': [keysRule('data', 'binaryData')],
  '/Secret': [keysRule('data', 'stringData')],
  '/PersistentVolumeClaim': [claimRule],
  'apps/Deployment': [...workload, podRule(template), strategyRule],
  'apps/ReplicaSet': [...workload, podRule(template)],
  'apps/DaemonSet': [...workload, podRule(template)],
  'apps/StatefulSet': [...workload, podRule(template, claimsOf)],
  'batch/Job': [restartRule(template, toAnEnd), podRule(template)],
  'batch/CronJob': [scheduleRule, restartRule(cronTemplate, toAnEnd), podRule(cronTemplate)],
  'autoscaling/HorizontalPodAutoscaler': [scalerRule],
  'policy/PodDisruptionBudget': [disruptionRule],
  'networking.k8s.io/Ingress': [ingressRule],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [bindingRule],
};

/** Reports what the API server refuses in an object of a kind of its own, beyond what its schema says. */
export function checkRules(
  object: PlainMap,
  { group, kind }: Pick<KindSchema, 'group' | 'kind'>,
  { violations }: Pick<Walk, 'violations'>,
): void {
  const name = `${group}/${kind}`;
  if (!Object.hasOwn(rules, name)) return;
  for (const rule of rules[name] ?? []) rule(object, (path, message) => void violations.push({ path, message }));
}
