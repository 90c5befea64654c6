import { isMap, type PlainMap } from '../../util/plain-map.ts';

/** Whether it says of itself that it is a ResourceGraphDefinition. */
export const isGraph = (value: unknown): value is PlainMap =>
  isMap(value) && value['kind'] === 'ResourceGraphDefinition';
