import { z } from 'zod';

type Fields = Readonly<Record<string, z.ZodType>>;

/** What people may write of one cloud alone. */
export interface CloudModel {
  /** Sections of a spoke and of its layers, each named after a service of the cloud. */
  readonly sections: Fields;
  /** What `versions` has of them. */
  readonly versions: Fields;
  /** Fields of a node group. */
  readonly nodeGroup: Fields;
  /** Fields of its accounts. */
  readonly account?: Fields;
  /** Fields of hubs that work in them, what `controllers` there has of its own, and `versions` of hubs. */
  readonly hub?: Fields;
  readonly controllers?: Fields;
  readonly hubVersions?: Fields;
}

/** What a file may say, whose cloud is not known yet: the fields of every cloud. What several call alike may be that of each. */
export function anyCloud(models: Readonly<Record<string, CloudModel>>): Required<CloudModel> {
  const fieldsOf = (part: keyof CloudModel) => either(Object.values(models).map((model) => model[part] ?? {}));
  return {
    sections: fieldsOf('sections'),
    versions: fieldsOf('versions'),
    nodeGroup: fieldsOf('nodeGroup'),
    account: fieldsOf('account'),
    hub: fieldsOf('hub'),
    controllers: fieldsOf('controllers'),
    hubVersions: fieldsOf('hubVersions'),
  };
}

function either(all: readonly Fields[]): Fields {
  const names = new Set(all.flatMap((fields) => Object.keys(fields)));
  return Object.fromEntries(
    [...names].map((name) => {
      const found = all.flatMap((fields) => fields[name] ?? []);
      return [name, found.length === 1 ? (found[0] as z.ZodType) : z.union(found)];
    }),
  );
}
