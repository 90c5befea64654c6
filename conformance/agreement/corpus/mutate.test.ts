import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { libraryCases } from './library.ts';
import { mutate } from './mutate.ts';

const library = libraryCases();

test('the same seed makes the same mutations, another one others', () => {
  const made = mutate(library, 60, 7);
  expect(made).toHaveLength(60);
  expect(mutate(library, 60, 7)).toEqual(made);
  expect(mutate(library, 60, 8)).not.toEqual(made);
});

test('a mutation is another graph in the same context, and says what was done', () => {
  for (const { name, context, graph } of mutate(library, 60, 7)) {
    const origin = library.find((one) => name.startsWith(`${one.name}, `));
    expect(origin?.context).toEqual(context);
    expect(origin?.graph).not.toBe(graph);
  }
});

test('most mutations are still graphs that can be read', () => {
  const readable = mutate(library, 60, 7).filter(({ graph }) => {
    try {
      return (parse(graph, { logLevel: 'silent' }) as { kind?: unknown }).kind === 'ResourceGraphDefinition';
    } catch {
      return false;
    }
  });
  expect(readable.length).toBeGreaterThan(45);
});
