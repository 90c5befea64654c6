import { schemaCodes } from '../schema/config/schema-codes.ts';
import { yamlCodes } from '../yaml/strict/yaml-codes.ts';
import { fileCodes } from './file-codes.ts';

/** Every diagnostic of reading, parsing and validating files, by code. */
export const loadChecks = { ...fileCodes, ...schemaCodes, ...yamlCodes };
