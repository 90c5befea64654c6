import { chartValuesSchema } from '../model/config/fields.ts';

/** What every add-on that is a chart takes besides its own options: to be spread into their object. */
export const chartOptions = { values: chartValuesSchema.default({}) };
