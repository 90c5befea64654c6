import { expect, test } from 'vitest';
import { readValues } from './read-values.ts';

const read = (template: string) => readValues(template).map(({ path, isWhole }) => [path.join('.'), isWhole]);

test('a question does not go on with what is in a value, and everything else does', () => {
  expect(
    read('{{- if .Values.a.b }}{{ toYaml $.Values.c | nindent 2 }}{{- else if and .Values.d .Values.e }}'),
  ).toEqual([
    ['a.b', false],
    ['c', true],
    ['d', false],
    ['e', false],
  ]);
});

test('a question of what a function makes of a value goes on with it', () => {
  expect(read('{{ if include "enabled" (dict "of" .Values.a) }}{{ with .Values.b }}')).toEqual([
    ['a', true],
    ['b', true],
  ]);
});

test('keys in quotes are found, and text outside of actions is not', () => {
  expect(read('.Values.none {{ index .Values "kube-state" "enabled" }} {{ (index $.Values "x").y }}')).toEqual([
    ['kube-state.enabled', true],
    ['x', true],
  ]);
});
