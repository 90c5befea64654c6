import { LuaFactory, LuaLibraries } from 'wasmoon';

/** Runs a script with a global `obj`, as Argo CD runs a health check: with the base library and `table`, and no other. */
export async function luaRunner(): Promise<(script: string, obj: unknown) => unknown> {
  const lua = await new LuaFactory().createEngine({
    openStandardLibs: false,
    injectObjects: false,
    enableProxy: false,
  });
  lua.global.loadLibrary(LuaLibraries.Base);
  lua.global.loadLibrary(LuaLibraries.Table);
  return (script, obj) => lua.doStringSync(`obj = ${luaValue(obj)}\n${script}`);
}

/** Plain data as a Lua expression. */
function luaValue(value: unknown): string {
  if (value === undefined || value === null) return 'nil';
  if (typeof value === 'string') return luaText(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `{${value.map(luaValue).join(', ')}}`;
  return `{${Object.entries(value)
    .map(([key, item]) => `[${luaText(key)}] = ${luaValue(item)}`)
    .join(', ')}}`;
}

/** JSON writes what Lua reads, but for characters by their number. */
function luaText(text: string): string {
  return JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}');
}
