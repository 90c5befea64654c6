import { addonOptions } from '../../generators/addons/options-registry.ts';
import { cloudModels } from '../../generators/clouds/model-registry.ts';

/** What extensions bring to the model of this compiler. */
export const modelParts = { addonOptions, clouds: cloudModels };
