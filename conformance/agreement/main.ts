import { writeFileSync } from 'node:fs';
import { type AgreementSettings, measureAgreement } from './agreement.ts';
import { explain, outdated } from './known-disagreements.ts';
import { messages } from './messages.ts';
import { countByCheck, writeDifferences } from './report.ts';

interface RunSettings extends AgreementSettings {
  /** Where differences are written. */
  readonly differences: string;
}

const leastRate = 0.995;

/** Prints how far our check of graphs and kro agree, and exits with 1 where that is not enough. */
export function main(): void {
  const settings = JSON.parse(process.env['AGREEMENT_RUN'] ?? '{}') as RunSettings;
  const started = performance.now();
  const { compared, leftOut, unknownKinds, sources } = measureAgreement(settings);
  const differing = compared.filter((one) => one.difference !== undefined);
  const known = differing.filter(explain);
  const rate = 1 - (differing.length - known.length) / compared.length;
  const falseAccepts = differing.filter(
    (one) => one.difference === 'false accept' && /^B/.test(one.check) && !explain(one),
  );
  const stale = outdated(compared);
  const failed = rate < leastRate || falseAccepts.length > 0 || stale.length > 0;

  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const refused = compared.filter(({ answer }) => !answer.accepted).length;
  const percent = `${(Math.floor(rate * 1e5) / 1e3).toFixed(2)} % of ${compared.length} graphs`;
  print(`${failed ? 'FAILED' : 'ok    '}  agreement (${seconds} s): ${percent}, of which kro refuses ${refused}`);
  print(
    `    ${Object.entries(sources)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
  );
  const met = new Set(compared.flatMap(({ answer, check }) => (answer.accepted ? [] : [check])));
  print(
    `    faults met: ${met.size} of ${new Set(messages.map(({ check }) => check)).size} that kro and the API server name`,
  );
  print(`    left out: ${[...leftOut].map(([why, count]) => `${count} ${why}`).join(', ')}`);
  print(
    `    left out for kinds without a schema: ${[...unknownKinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
  );
  for (const difference of ['false accept', 'false reject', 'subject'] as const) {
    const counts = countByCheck(compared, difference);
    if (counts !== '') print(`    ${difference}: ${counts}`);
  }
  if (known.length > 0) print(`    ${known.length} differ as docs/reference/kro-agreement.md says`);
  for (const title of stale) print(`    no longer so: ${title}`);
  if (differing.length > known.length) {
    writeFileSync(settings.differences, writeDifferences(compared));
    print(`    differences: ${settings.differences}`);
  }
  process.exitCode = failed ? 1 : 0;
}
