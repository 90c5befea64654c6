import type { NodeTemplate } from '../model/cluster-access.ts';
import type { Manifest } from '../model/manifest.ts';
import { type Mark, unmarked } from '../model/marks.ts';
import { ASKED_AT, LIBRARY_GROUP, objectOf, type Rgd, type RgdResource } from '../model/rgd.ts';
import { faultStatus, readinessOf } from './node-conditions.ts';

/** Order of a graph that composes no other; kro's rights come just before it. */
export const FIRST_GRAPH = -2;

const NEEDS = 'wheelwright.dev/needs';

/** How many graphs deep it is composed. */
export function depthOf(rgd: Rgd, library: readonly Rgd[]): number {
  const inner = library.filter(({ kind }) => rgd.composes?.includes(kind));
  return Math.max(-1, ...inner.map((one) => depthOf(one, library))) + 1;
}

function namesOf(id: string, rgd: Rgd): string {
  const needed = rgd.resources.find((resource) => resource.id === id);
  if (needed === undefined) throw new Error(`${rgd.kind}: no node ${id}`);
  return `\${${needed.forEach === undefined ? `${id}.metadata.name` : `${id}.map(it, it.metadata.name).join(",")`}}`;
}

function generatedAnnotations(resource: RgdResource, rgd: Rgd): Record<string, string> {
  const { since, needs, leftWhen } = resource;
  const policy =
    leftWhen === undefined ? 'schema.spec.deletionPolicy' : `${leftWhen} ? "retain" : schema.spec.deletionPolicy`;
  return {
    ...(rgd.family.owns(objectOf(resource)) && rgd.family.deletion(`\${${policy}}`)),
    ...(since !== undefined && { [ASKED_AT]: `\${string(${since}.metadata.creationTimestamp)}` }),
    ...(needs !== undefined && { [NEEDS]: needs.map((id) => namesOf(id, rgd)).join(',') }),
  };
}

function renderTemplate(resource: RgdResource, template: NodeTemplate, rgd: Rgd): Record<string, unknown> {
  const generated = generatedAnnotations(resource, rgd);
  const own = template.metadata.annotations;
  if (typeof own === 'string' && Object.keys(generated).length > 0) {
    throw new Error(`${rgd.kind}.${resource.id}: annotations that are an expression take no more`);
  }
  const annotations = typeof own === 'string' ? own : { ...own, ...generated };
  const bare = typeof annotations === 'object' && Object.keys(annotations).length === 0;
  const metadata = bare ? template.metadata : { ...template.metadata, annotations };
  const tags = rgd.family.owns(objectOf(resource)) ? rgd.family.tags(resource) : undefined;
  if (tags === undefined) return { ...template, metadata };
  return { ...template, metadata, spec: { ...(template['spec'] as object), tags } };
}

function renderResource(resource: RgdResource, rgd: Rgd): Record<string, unknown> {
  const readyWhen = readinessOf(resource, rgd.family);
  return {
    id: resource.id,
    ...(resource.forEach && { forEach: resource.forEach }),
    ...(readyWhen.length > 0 && { readyWhen }),
    ...(resource.externalRef && { externalRef: resource.externalRef }),
    ...(resource.template && { template: renderTemplate(resource, resource.template, rgd) }),
  };
}

/** The ResourceGraphDefinition of a kind. `library`: all kinds that `rgd.composes` may name. */
export function renderRgd(rgd: Rgd, library: readonly Rgd[], mark: Mark = unmarked): Manifest {
  return {
    apiVersion: `${LIBRARY_GROUP}/v1alpha1`,
    kind: 'ResourceGraphDefinition',
    metadata: {
      name: rgd.name,
      annotations: {
        ...mark({ retention: 'confirm', order: FIRST_GRAPH + depthOf(rgd, library), kindMayBeMissing: true }),
        'kubernetes.io/description': rgd.description,
      },
    },
    spec: {
      schema: {
        apiVersion: rgd.apiVersion,
        kind: rgd.kind,
        ...(rgd.types && { types: rgd.types }),
        spec: rgd.spec,
        status: { ...rgd.status, ...faultStatus(rgd, library) },
      },
      resources: rgd.resources.map((resource) => renderResource(resource, rgd)),
    },
  };
}
