import { describe, expect, it } from 'vitest';
import argocd from '../delivery/argocd/index.ts';
import { pluralize } from '../kro/crd/pluralize.ts';
import type { Marks } from '../model/marks.ts';
import { isLibraryKind, objectOf, type Rgd } from '../model/rgd.ts';
import { reporting } from './node-conditions.ts';
import { rgds } from './registry.ts';
import { renderKroRbac } from './render-kro-rbac.ts';
import { FIRST_GRAPH, renderRgd } from './render-rgd.ts';
import { withRegistration } from './with-registration.ts';

/** Words that kro or CEL keep for themselves: no id and no iterator. */
const reserved = new Set(
  (
    'apiVersion context dependency dependencies each externalRef externalReference externalRefs externalReferences graph ' +
    'graphengine instance item items kind kro metadata namespace object resource resourcegraphdefinition ' +
    'resourceGraphDefinition resources root runtime schema self serviceAccountName spec status this variables vars version ' +
    'true false null in as break const continue else for function if import let loop package return var void while ' +
    'lists json hash random base64 strings optional cel url ip'
  ).split(' '),
);

interface RenderedNode {
  readonly id: string;
  readonly forEach?: readonly Readonly<Record<string, string>>[];
  readonly readyWhen?: readonly string[];
  readonly template?: { readonly metadata: Metadata; readonly spec?: Readonly<Record<string, unknown>> };
}
interface Metadata {
  readonly name: string;
  readonly annotations?: Readonly<Record<string, string>>;
}
interface RenderedSpec {
  readonly schema: { readonly status: { readonly terminal: object; readonly recoverable: object } };
  readonly resources: readonly RenderedNode[];
}

/** As they are delivered. */
const library = Object.values(rgds).map((rgd) => withRegistration(rgd, argocd.registration));
const rendered = (rgd: Rgd) => renderRgd(rgd, library)['spec'] as RenderedSpec;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The expressions of a text, cut as kro cuts them: braces count outside of double quotes. Undefined where one is not closed. */
function expressionsIn(text: string): string[] | undefined {
  const found: string[] = [];
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start)) {
    let depth = 1;
    let quoted = false;
    let at = start + 2;
    for (; at < text.length && depth > 0; at++) {
      if (quoted && text[at] === '\\') at++;
      else if (text[at] === '"') quoted = !quoted;
      else if (!quoted && text[at] === '{') depth++;
      else if (!quoted && text[at] === '}') depth--;
    }
    if (depth > 0 || quoted) return undefined;
    found.push(text.slice(start + 2, at - 1));
    start = at;
  }
  return found;
}

describe.each(library.map((rgd) => [rgd.kind, rgd] as const))('the graph of %s', (_, rgd) => {
  const { schema, resources } = rendered(rgd);
  const nodes = resources.map((node, i) => ({ ...node, resource: rgd.resources[i] as Rgd['resources'][number] }));
  const ack = nodes.filter(({ resource }) => rgd.family.owns(objectOf(resource)));

  it('has ids and iterators that kro accepts and YAML 1.1 reads as text', () => {
    const ids = nodes.map(({ id }) => id);
    const iterators = nodes.flatMap(({ forEach = [] }) => forEach.flatMap((dimension) => Object.keys(dimension)));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids, ...iterators].filter((id) => reserved.has(id) || !/^[a-z][a-zA-Z0-9]{1,62}$/.test(id))).toEqual([]);
    expect(iterators.filter((iterator) => ids.includes(iterator))).toEqual([]);
  });

  it('skips nothing and counts on no position: what may be absent is a collection', () => {
    expect(JSON.stringify(resources)).not.toContain('includeWhen');
    expect(stringsIn(resources).filter((text) => /[\w)\]]\[0\]/.test(text))).toEqual([]);
  });

  it('closes every expression and quotes with double quotes only', () => {
    for (const text of [...stringsIn(resources), ...stringsIn(schema.status)]) {
      const expressions = expressionsIn(text);
      expect(expressions, text).toBeDefined();
      expect(
        (expressions ?? []).filter((cel) => cel.replace(/"(?:[^"\\]|\\.)*"/g, '""').includes("'")),
        text,
      ).toEqual([]);
    }
  });

  it('names every object of a collection by its iterator', () => {
    for (const { id, forEach = [], template } of nodes) {
      const named = (expressionsIn(template?.metadata.name ?? '') ?? []).join(' ');
      for (const iterator of forEach.flatMap((dimension) => Object.keys(dimension))) {
        expect(named.split(/\W+/), `${id}.${iterator}`).toContain(iterator);
      }
    }
  });

  it('waits for every cloud resource, and lets one input decide on the deletion of all', () => {
    for (const { id, readyWhen = [], template } of ack) {
      expect(readyWhen.join(' '), id).toMatch(/c\.type == "Ready" && c\.status == "True"/);
      expect(template?.metadata.annotations?.['services.k8s.aws/deletion-policy'], id).toMatch(
        /^\$\{(.+ \? "retain" : )?schema\.spec\.deletionPolicy\}$/,
      );
    }
  });

  it('changes the spec with every annotation that an ACK controller acts on, as it looks at nothing else', () => {
    for (const { id, template } of ack) {
      const ofAck = Object.entries(template?.metadata.annotations ?? {}).filter(([key]) => /\.k8s\.aws\//.test(key));
      // A deletion is looked at, whatever the spec.
      const read = ofAck.filter(([key]) => key !== 'services.k8s.aws/deletion-policy').map(([, value]) => value);
      const spec = stringsIn(template?.spec).join(' ');
      for (const cel of read.flatMap((value) => expressionsIn(value) ?? [])) expect(spec, id).toContain(cel);
    }
  });

  it('says what the cloud said of every node', () => {
    const said = new Set(reporting(rgd).map(({ id }) => id));
    const silent = nodes.filter(({ id }) => !said.has(id)).map(({ resource }) => resource);
    expect(Object.keys(schema.status.terminal)).toEqual([...said]);
    expect(Object.keys(schema.status.recoverable)).toEqual([...said]);
    expect(ack.every(({ id }) => said.has(id))).toBe(true);
    const readElsewhere = rgd.resources.flatMap(({ externalRef }) => (externalRef ? [externalRef.kind] : []));
    for (const resource of silent.filter((one) => isLibraryKind(objectOf(one)))) {
      expect(readElsewhere).toContain(objectOf(resource).kind);
    }
  });

  it('writes no partition into an ARN', () => {
    expect(stringsIn(resources).filter((text) => /arn:aws/.test(text))).toEqual([]);
  });

  it('declares the kinds that it composes', () => {
    const used = rgd.resources.map(objectOf).filter(isLibraryKind);
    expect([...new Set(used.map(({ kind }) => kind))].sort()).toEqual([...(rgd.composes ?? [])].sort());
  });
});

describe('the library', () => {
  it('is delivered from the inside out: what composes comes after what it composes', () => {
    const mark = ({ order }: Marks) => ({ order: String(order) });
    const orderOf = (rgd: Rgd) => Number(renderRgd(rgd, library, mark).metadata.annotations?.['order']);
    for (const rgd of library) {
      expect(orderOf(rgd)).toBeGreaterThanOrEqual(FIRST_GRAPH);
      for (const inner of library.filter(({ kind }) => rgd.composes?.includes(kind))) {
        expect(orderOf(rgd)).toBeGreaterThan(orderOf(inner));
      }
    }
  });

  it('gives kro the rights on exactly the kinds in its graphs', () => {
    const rules = library.flatMap(
      (rgd) => renderKroRbac(rgd)['rules'] as { apiGroups: string[]; resources: string[] }[],
    );
    const granted = rules.flatMap(({ apiGroups, resources }) => resources.map((one) => `${apiGroups.join()}/${one}`));
    const used = library.flatMap(({ kind, resources }) => [
      `kro.run/${pluralize(kind.toLowerCase())}`,
      `kro.run/${pluralize(kind.toLowerCase())}/status`,
      `kro.run/${pluralize(kind.toLowerCase())}/finalizers`,
      ...resources.map(objectOf).map((object) => {
        const [group, version] = object.apiVersion.split('/');
        return `${version === undefined ? '' : group}/${pluralize(object.kind.toLowerCase())}`;
      }),
    ]);
    expect([...new Set(granted)].sort()).toEqual([...new Set(used)].sort());
  });
});
