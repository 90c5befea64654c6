import type { AccountExplanation } from '../../explain/explain-account.ts';

/** Names of spokes and networks that are shown of each feature. */
const SHOWN = 3;

/** The width of the terminal, or of a page. */
export function printAccount({ name, file, id, hub, features, policies }: AccountExplanation, width: number): string {
  const title = `${file}\n  account ${name} (${id}) of hub ${hub}`;
  if (features.length === 0) return `${title}\n\nNothing is in it: its role needs nothing.\n`;
  const blocks = features.map((feature) => {
    const lines = [...byService(feature.actions)].flatMap(([service, actions]) => filled(service, actions, width));
    return `  ${feature.name}: ${some(feature.usedBy)}\n${lines.join('\n')}`;
  });
  const intro = `What the role that the controllers assume must be allowed, and for what. Its policies stand in\n${policies}.`;
  return `${title}\n\n${intro}\n\n${blocks.join('\n\n')}\n`;
}

function byService(actions: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':');
    const names = found.get(service) ?? [];
    found.set(service, names);
    names.push(name);
  }
  return found;
}

/** The service, and its actions beside it in as many lines as they need. */
function filled(service: string, actions: readonly string[], width: number): readonly string[] {
  const indent = '          ';
  const lines: string[] = [`    ${service}`.padEnd(indent.length - 1)];
  for (const action of actions) {
    const last = lines.at(-1) ?? '';
    if (last.length + 1 + action.length <= width || last.trim() === '') lines[lines.length - 1] = `${last} ${action}`;
    else lines.push(indent + action);
  }
  return lines;
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
