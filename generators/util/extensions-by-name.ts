/** What a registry found, by the name in its path: a folder's, or that of a file with its folder. Not every file need hold one. */
export function extensionsByName<Extension, Name extends string = string>(
  found: Readonly<Record<string, Extension | undefined>>,
): Readonly<Record<Name, Extension>> {
  const named = Object.entries(found).flatMap(([path, extension]) =>
    extension === undefined ? [] : [[path.replace(/^\.\/|(\/index|\/options|\/model)?\.ts$/g, ''), extension]],
  );
  return Object.fromEntries(named);
}

/** A folder `metrics-server` is `metricsServer` in the configuration. */
export function camelCaseKeys<Extension>(
  extensions: Readonly<Record<string, Extension>>,
): Readonly<Record<string, Extension>> {
  const camelCase = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(extensions).map(([name, extension]) => [camelCase(name), extension]));
}
