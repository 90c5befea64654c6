import { expect, test } from 'vitest';
import { readPresigned, signatureOf } from './aws-signature.ts';

const query = [
  'Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256',
  'X-Amz-Credential=AKIDEXAMPLE%2F20260131%2Fus-west-2%2Fsts%2Faws4_request&X-Amz-Date=20260131T235959Z&X-Amz-Expires=60',
  'X-Amz-SignedHeaders=host%3Bx-k8s-aws-id',
].join('&');
const url = (signature: string) => new URL(`http://127.0.0.1:5001/?${query}&X-Amz-Signature=${signature}`);
const headers = { host: '127.0.0.1:5001', 'x-k8s-aws-id': 'payments' };

test('a presigned URL says whose it is, when it was signed, and over which headers', () => {
  expect(readPresigned(url('abc'))).toEqual({
    accessKeyId: 'AKIDEXAMPLE',
    signedHeaders: ['host', 'x-k8s-aws-id'],
    signature: 'abc',
    signedAt: Date.UTC(2026, 0, 31, 23, 59, 59),
    scope: '20260131/us-west-2/sts/aws4_request',
  });
});

test('a URL without a signature of version 4 is none', () => {
  expect(readPresigned(new URL('http://127.0.0.1/?Action=GetCallerIdentity'))).toBeUndefined();
});

test('the signature covers the cluster, the key and the query, and not itself', () => {
  const signature = signatureOf(url('first'), headers, 'secret');
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
  expect(signatureOf(url('second'), headers, 'secret')).toBe(signature);
  expect(signatureOf(url(''), { ...headers, 'x-k8s-aws-id': 'another' }, 'secret')).not.toBe(signature);
  expect(signatureOf(url(''), headers, 'guess')).not.toBe(signature);
  const other = new URL(url('').href.replace('GetCallerIdentity', 'GetSessionToken'));
  expect(signatureOf(other, headers, 'secret')).not.toBe(signature);
});
