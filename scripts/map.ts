import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, unitOf } from '../generators/testing/read-sources.ts';
import { rows } from '../generators/testing/rows.ts';
import type { Generator } from './gen/generator.ts';

const path = 'generators/map.svg';
/** Pixels: a cell, and what names take beside and above them. */
const cell = 22;
const names = 110;

const units = rows.flat().filter((unit) => unit !== 'testing');

/** `importer imported`, of what runs: tests may import everything. */
function importsBetweenUnits(root: string): ReadonlySet<string> {
  const { sources, localImports } = readSources(join(root, 'generators'));
  return new Set(sources.flatMap((file) => localImports(file).map((target) => `${unitOf(file)} ${unitOf(target)}`)));
}

/** A unit in each row and in each column: a dot where that of the row imports that of the column. Above the diagonal there is none. */
function draw(imports: ReadonlySet<string>): string {
  const size = names + units.length * cell;
  const at = (index: number): number => names + (index + 0.5) * cell;
  const rowOfUnit = new Map(rows.flatMap((row, index) => row.map((unit) => [unit, index])));
  const shapes = units.flatMap((unit, y) => {
    const name = unit.replace(/\.ts$/, '');
    const band = (rowOfUnit.get(unit) ?? 0) % 2 === 0 ? '#f3f4f6' : '#ffffff';
    return [
      `<rect x="0" y="${names + y * cell}" width="${size}" height="${cell}" fill="${band}"/>`,
      `<text x="${names - 8}" y="${at(y) + 4}" text-anchor="end">${name}</text>`,
      `<text transform="translate(${at(y) + 4} ${names - 8}) rotate(-90)">${name}</text>`,
      `<rect x="${names + y * cell}" y="${names + y * cell}" width="${cell}" height="${cell}" fill="#d1d5db"/>`,
      ...units.flatMap((other, x) =>
        x !== y && imports.has(`${unit} ${other}`) ? [`<circle cx="${at(x)}" cy="${at(y)}" r="5"/>`] : [],
      ),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="12" fill="#111827">`,
    '<title>Which unit of the compiler imports which</title>',
    `<rect width="${size}" height="${size}" fill="#ffffff"/>`,
    ...shapes,
    '</svg>',
    '',
  ].join('\n');
}

export const owns: Generator['owns'] = /^generators\/map\.svg$/;

export const generate: Generator['generate'] = (root) => new Map([[path, draw(importsBetweenUnits(root))]]);

/** Draws the map: `npm run map`. */
export function main(): number {
  const root = join(import.meta.dirname, '..');
  writeFileSync(join(root, path), draw(importsBetweenUnits(root)));
  console.log(`written: ${path}`);
  return 0;
}
