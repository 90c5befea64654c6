import { camelCaseKeys, extensionsByName } from '../util/extensions-by-name.ts';
import type { ChartFacts } from './chart-facts.ts';

/** By the name of the add-on in the configuration. The compiler has of them what `generated:chart-values` keeps. */
export const chartFacts = camelCaseKeys(
  extensionsByName(import.meta.glob<ChartFacts>('./*/chart-facts.json', { eager: true, import: 'default' })),
);
