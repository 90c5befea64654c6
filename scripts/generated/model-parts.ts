import { addonOptions } from '../../generators/addons/options-registry.ts';
import { cloudModels } from '../../generators/clouds/model-registry.ts';
import { libraryVersions } from '../../generators/rgds/library-versions.ts';
import { rgds } from '../../generators/rgds/registry.ts';

/** What extensions bring to the model of this compiler. */
export const modelParts = { addonOptions, clouds: cloudModels, libraries: libraryVersions(Object.keys(rgds)) };
