import { chartValues } from 'generated:chart-values';
import { once } from '../util/once.ts';
import type { ChartFacts } from './chart-facts.ts';

type KnownValues = Pick<ChartFacts, 'chart' | 'version' | 'values'>;

/** What the charts of add-ons read, as far as somebody looked; parsed when it is asked for. */
export const knownValues: Readonly<Record<string, () => KnownValues>> = Object.fromEntries(
  Object.entries(chartValues).map(([name, text]) => [name, once(() => JSON.parse(text) as KnownValues)]),
);
