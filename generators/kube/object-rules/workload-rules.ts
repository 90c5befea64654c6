import { nameValue } from '../../schema/structural/violation.ts';
import { cronProblem } from './cron-problem.ts';
import { isAbsent, isLiteral, listAt, mapAt, numberAt, type ObjectRule, textAt } from './rule.ts';

/** The pods that a workload makes are those that it selects. */
export const selectorRule: ObjectRule = (object, say) => {
  const selector = mapAt(object, 'spec', 'selector');
  const template = mapAt(object, 'spec', 'template');
  if (selector === undefined || template === undefined) return;
  if (isAbsent(selector, 'matchLabels') && isAbsent(selector, 'matchExpressions')) {
    say(['spec', 'selector'], 'An empty selector is refused; give it "matchLabels".');
    return;
  }
  const metadata = template['metadata'] ?? {};
  const labels = mapAt(metadata, 'labels');
  if (mapAt(metadata) === undefined || (labels === undefined && (mapAt(metadata)?.['labels'] ?? null) !== null)) return;
  for (const [key, expected] of Object.entries(mapAt(selector, 'matchLabels') ?? {})) {
    const given = labels?.[key];
    const path = ['spec', 'selector', 'matchLabels', key];
    if (given === undefined || given === null)
      say(path, `The selector asks for the label "${key}", which the pods of the template do not have.`);
    else if (given !== expected && [given, expected].every((one) => typeof one === 'string' && isLiteral(one)))
      say(
        path,
        `The selector asks for ${nameValue(expected)} in the label "${key}", and the pods of the template have ${nameValue(given)}.`,
      );
  }
};

/** Pods that are to run for ever, or to an end. */
export const restartRule =
  (path: readonly string[], allowed: readonly string[]): ObjectRule =>
  (object, say) => {
    const pod = mapAt(object, ...path);
    if (pod === undefined) return;
    const given = pod['restartPolicy'] ?? 'Always';
    if (typeof given !== 'string' || !isLiteral(given) || allowed.includes(given)) return;
    const choice = allowed.map((one) => `"${one}"`).join(' or ');
    const kind = String(object['kind']);
    if (isAbsent(pod, 'restartPolicy')) say(path, `The pods of a ${kind} need a "restartPolicy": ${choice}.`);
    else say([...path, 'restartPolicy'], `"${given}" is not for the pods of a ${kind}, which have ${choice}.`);
  };

export const scheduleRule: ObjectRule = (object, say) => {
  const schedule = textAt(object, 'spec', 'schedule');
  const problem = schedule === undefined ? undefined : cronProblem(schedule);
  if (problem !== undefined) say(['spec', 'schedule'], problem);
};

export const strategyRule: ObjectRule = (object, say) => {
  const strategy = mapAt(object, 'spec', 'strategy');
  if (strategy === undefined || textAt(strategy, 'type') !== 'Recreate' || isAbsent(strategy, 'rollingUpdate')) return;
  say(['spec', 'strategy', 'rollingUpdate'], 'The strategy "Recreate" has no "rollingUpdate".');
};

export const scalerRule: ObjectRule = (object, say) => {
  const least = numberAt(object, 'spec', 'minReplicas') ?? 1;
  const most = numberAt(object, 'spec', 'maxReplicas');
  if (most !== undefined && most < least)
    say(['spec', 'maxReplicas'], `${most} is less than ${least}, the least number of replicas.`);
};

export const disruptionRule: ObjectRule = (object, say) => {
  const spec = mapAt(object, 'spec');
  if (spec === undefined || isAbsent(spec, 'minAvailable') || isAbsent(spec, 'maxUnavailable')) return;
  say(['spec', 'maxUnavailable'], 'A budget has "minAvailable" or "maxUnavailable", and this one has both.');
};

/** Names of the claims that a StatefulSet makes for each of its pods. */
export const claimsOf = (object: Readonly<Record<string, unknown>>): readonly unknown[] =>
  listAt(object, 'spec', 'volumeClaimTemplates').map((claim) => mapAt(claim, 'metadata')?.['name']);
