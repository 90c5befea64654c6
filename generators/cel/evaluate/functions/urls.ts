import { failure, isTagged, type MapKey, type Value } from '../value.ts';
import type { Implementation, Implementations } from './implementation.ts';

interface Url {
  readonly scheme: string;
  /** Without who asks, and with the port. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

const type = 'kubernetes.URL';
const shape =
  /^(?:([A-Za-z][A-Za-z\d+.-]*):\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?([\w.~-]*(?::\d*)?))?(\/[\w.~!$&'()*+,;=:@%/-]*|)(?:\?([^#\s]*))?(?:#\S*)?$/;

const part =
  (of: (url: Url) => Value): Implementation =>
  ([value]) => {
    const url = urlOf(value);
    return url && of(url);
  };

/** Addresses of the web with a plain host, and paths on one. What other texts are is not known here. */
export const urlFunctions: Implementations = {
  isURL: ([text]) => (typeof text === 'string' ? verdictOn(text) : undefined),
  url: ([text]) => {
    if (typeof text !== 'string') return undefined;
    const content = parse(text);
    if (content !== undefined) return { is: 'opaque', type, content, text };
    return verdictOn(text) === false ? failure(`${JSON.stringify(text)} is no URL`) : undefined;
  },
  getScheme: part(({ scheme }) => scheme),
  getHost: part(({ host }) => host),
  getHostname: part(({ host }) => host.replace(/:\d*$/, '')),
  getPort: part(({ host }) => /:(\d*)$/.exec(host)?.[1] ?? ''),
  getEscapedPath: part(({ path }) => path),
  getQuery: part(({ query }) => parametersOf(query)),
};

function verdictOn(text: string): boolean | undefined {
  if (parse(text) !== undefined) return true;
  return /^(?:[^/:]*$|:)/.test(text) ? false : undefined;
}

function parse(text: string): Url | undefined {
  const match = shape.exec(text);
  if (match === null || (match[1] === undefined && !text.startsWith('/')) || /%(?![\dA-Fa-f]{2})/.test(text))
    return undefined;
  const [, scheme = '', host = '', path = '', query = ''] = match;
  return { scheme: scheme.toLowerCase(), host, path, query };
}

function parametersOf(query: string): Value {
  const parameters = new Map<MapKey, Value[]>();
  for (const [name, value] of new URLSearchParams(query))
    parameters.set(name, [...(parameters.get(name) ?? []), value]);
  return parameters;
}

function urlOf(value: Value = null): Url | undefined {
  return isTagged(value) && value.is === 'opaque' && value.type === type ? (value.content as Url) : undefined;
}
