import { expect, test } from 'vitest';
import { checks } from '../checks/registry.ts';
import { runChangeChecks } from '../checks/run-checks.ts';
import type { CompiledOwner } from '../model/change.ts';
import { kindOfFact } from '../model/fact.ts';
import type { OwnerKind } from '../model/output.ts';
import { compileExampleFleet } from '../testing/example-fleet.ts';
import { factKinds } from './fact-kinds.ts';

const outputs = await compileExampleFleet();

test('every fact that is recorded is declared', () => {
  const unknown = outputs.flatMap(({ owner, facts }) =>
    Object.keys(facts)
      .filter((fact) => kindOfFact(factKinds[owner.kind], fact) === undefined)
      .map((fact) => `${owner.kind} ${owner.name}: ${fact}`),
  );
  expect(unknown).toEqual([]);
});

test('every fact that is declared is recorded by somebody', () => {
  const seldom = ['hub delivery', 'spoke cluster'];
  const recorded = new Map<OwnerKind, Set<string>>();
  for (const { owner, facts } of outputs) {
    const known = recorded.get(owner.kind) ?? new Set();
    for (const fact of Object.keys(facts)) known.add(kindOfFact(factKinds[owner.kind], fact)?.name ?? '');
    recorded.set(owner.kind, known);
  }
  const lost = Object.entries(factKinds).flatMap(([kind, facts]) =>
    facts.filter(({ name }) => !recorded.get(kind as OwnerKind)?.has(name)).map(({ name }) => `${kind} ${name}`),
  );
  expect(lost).toEqual(seldom);
});

test('what guards a fact is a check of changes', () => {
  const guards = Object.values(factKinds).flatMap((facts) => facts.flatMap(({ guard }) => guard ?? []));
  expect(new Set(guards.map((guard) => checks[guard]?.over))).toEqual(new Set(['change']));
});

/** Every fact of the example fleet, with a value that nothing has. */
const changed = outputs.flatMap(({ owner, facts }) =>
  Object.keys(facts).map((fact) => ({ owner, facts, fact, kind: kindOfFact(factKinds[owner.kind], fact) })),
);
const guardedClasses = ['never', 'replaces', 'one-way'];

test.each(changed.filter(({ kind }) => guardedClasses.includes(kind?.change ?? '')))(
  'what nothing can change back is refused: $fact of $owner.kind $owner.name',
  ({ owner, facts, fact }) => {
    const record = `${owner.kind} ${owner.name}`;
    const locate = () => ({});
    const now = fact === 'lifecycle' ? 'retired' : fact === 'kubernetes' ? '1.1' : 'another';
    const after: CompiledOwner = { owner, facts: { ...facts, [fact]: now }, locate, record };
    const found = runChangeChecks({
      before: [{ owner, facts, locateFact: locate, record }],
      after: new Map([[record, after]]),
      known: new Set([record]),
    });
    expect(found.map(({ code }) => code)).not.toEqual([]);
  },
);
