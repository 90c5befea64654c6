import type { ChartFacts } from '../../generators/addons/chart-facts.ts';

/** A line for each fact, and for each top-level value, so that a difference can be read. */
export function printFacts({ objects, values, ...facts }: ChartFacts): string {
  const { brings, webhooks, workloads, podSecurity, ...about } = facts;
  const lines = [
    ...Object.entries(about).map(([key, value]) => member(key, JSON.stringify(value))),
    member('podSecurity', JSON.stringify(podSecurity)),
    member(
      'objects',
      block({ cluster: block(objects.cluster, 3), namespaced: block(objects.namespaced, 3) }, 2, String),
    ),
    member('brings', JSON.stringify(brings)),
    member('webhooks', list(webhooks)),
    member('workloads', list(workloads)),
    member('values', block(values, 2)),
  ];
  return `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`;
}

const member = (key: string, text: string): string => `${JSON.stringify(key)}: ${text}`;

function block(map: object, depth: number, print: (value: unknown) => string = JSON.stringify): string {
  const lines = Object.entries(map).map(([key, value]) => member(key, print(value)));
  return lines.length === 0 ? '{}' : `{\n${indent(lines, depth)}\n${'  '.repeat(depth - 1)}}`;
}

function list(values: readonly unknown[]): string {
  const lines = values.map((value) => JSON.stringify(value));
  return lines.length === 0 ? '[]' : `[\n${indent(lines, 2)}\n  ]`;
}

function indent(lines: readonly string[], depth: number): string {
  return lines.map((line) => `${'  '.repeat(depth)}${line}`).join(',\n');
}
