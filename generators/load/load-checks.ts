import { fileCodes } from './codes/file-codes.ts';
import { schemaCodes } from './codes/schema-codes.ts';
import { yamlCodes } from './codes/yaml-codes.ts';

/** Every diagnostic of reading, parsing and validating files, by code. */
export const loadChecks = { ...fileCodes, ...schemaCodes, ...yamlCodes };
