import { reservedWords } from '../../cel/syntax/escape-field.ts';

const ofKro =
  'apiVersion context dependency dependencies each externalRef externalReference externalRefs externalReferences graph ' +
  'instance item items kind kro metadata namespace object resource resourcegraphdefinition resourceGraphDefinition ' +
  'resources root runtime schema self serviceAccountName spec status this variables vars version';

/** Words that no resource and no iterator may be called: those of kro, and those of CEL. */
export const reservedNames: ReadonlySet<string> = new Set([...ofKro.split(' '), ...reservedWords]);
