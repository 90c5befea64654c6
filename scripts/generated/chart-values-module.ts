import { chartFacts } from '../../generators/addons/chart-facts-registry.ts';

/** The module `generated:chart-values`: of the facts of charts those that checks need, as texts, of which few are ever parsed. */
export async function generateModules(): Promise<Readonly<Record<string, string>>> {
  const texts = Object.entries(chartFacts).map(([name, { chart, version, values }]) => [
    name,
    JSON.stringify({ chart, version, values }),
  ]);
  return { 'chart-values': `export const chartValues = ${JSON.stringify(Object.fromEntries(texts))};\n` };
}
