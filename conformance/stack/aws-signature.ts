import { createHash, createHmac } from 'node:crypto';

/** RFC 3986, as AWS encodes what it signs. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export interface PresignedRequest {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20260131T235959Z`, as a moment in milliseconds. */
  readonly signedAt: number;
  /** `20260131/us-east-1/sts/aws4_request` */
  readonly scope: string;
}

/** What a presigned URL says of its signature; `undefined` if it is not signed by version 4. */
export function readPresigned(url: URL): PresignedRequest | undefined {
  const value = (name: string) => url.searchParams.get(`X-Amz-${name}`) ?? '';
  const [accessKeyId = '', ...scope] = value('Credential').split('/');
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value('Date'));
  if (value('Algorithm') !== 'AWS4-HMAC-SHA256' || accessKeyId === '' || !date) return undefined;
  const [, year, month, day, hour, minute, second] = date;
  return {
    accessKeyId,
    signedHeaders: value('SignedHeaders').split(';'),
    signature: value('Signature'),
    signedAt: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
    scope: scope.join('/'),
  };
}

/** The signature that the holder of the key would give to a GET of this URL with these headers. */
export function signatureOf(url: URL, headers: Readonly<Record<string, string>>, secretAccessKey: string): string {
  const presigned = readPresigned(url);
  if (!presigned) return '';
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const signed = presigned.signedHeaders;
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const canonical = ['GET', url.pathname, query, lines, signed.join(';'), sha256('')].join('\n');
  const [date = '', region = '', service = '', end = ''] = presigned.scope.split('/');
  const text = ['AWS4-HMAC-SHA256', url.searchParams.get('X-Amz-Date'), presigned.scope, sha256(canonical)].join('\n');
  const key = [date, region, service, end].reduce<string | Buffer>(
    (sum, part) => hmac(sum, part),
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, text).toString('hex');
}
