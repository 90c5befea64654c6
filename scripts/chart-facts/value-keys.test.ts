import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { valueKeys } from './value-keys.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wheelwright-chart-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function chart(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries({ 'Chart.yaml': 'name: shop\n', ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return valueKeys(dir);
}

test('values have their types, and those that only templates read have any', () => {
  const keys = chart({
    'values.yaml': 'replicas: 1\nname: shop\nflag: true\nitems: []\nnothing:\n',
    'templates/a.yaml': '{{ .Values.nowhere }}',
  });
  expect(keys).toEqual({
    ...{ replicas: 'number', name: 'string', flag: 'boolean', items: 'list', nothing: 'any', nowhere: 'any' },
    global: 'map',
  });
});

test('a map is closed where templates read its keys one by one, and takes any key where they hand it on', () => {
  const values = 'image: {tag: a}\npodLabels: {team: a}\nunread: {a: 1}\nmetrics: {}\n';
  const template = '{{ .Values.image.tag }}{{ toYaml .Values.podLabels }}{{ if .Values.metrics.enabled }}{{ end }}';
  expect(chart({ 'values.yaml': values, 'templates/a.yaml': template })).toEqual({
    image: { tag: 'string' },
    ...{ podLabels: 'map', unread: 'map', global: 'map' },
    metrics: { enabled: 'any' },
  });
});

test('values of a subchart stand below its name or alias; what is global is there for all', () => {
  const keys = chart({
    'Chart.yaml': 'name: shop\ndependencies: [{name: cache, alias: redis, condition: redis.enabled}, {name: absent}]\n',
    'charts/cache/Chart.yaml': 'name: cache\n',
    'charts/cache/values.yaml': 'size: 1\n',
    'charts/cache/templates/a.yaml': '{{ .Values.size }}{{ .Values.global.registry }}',
  });
  expect(keys).toEqual({
    redis: { enabled: 'any', size: 'number' },
    absent: 'map',
    global: { registry: 'any' },
  });
});
