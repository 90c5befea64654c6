import { createServer } from 'node:https';
import { json } from 'node:stream/consumers';
import { readPresigned } from './aws-signature.ts';
import { listen } from './listen.ts';

/** The groups of a role in a cluster; `undefined` if it has no access entry there. */
export type Authorise = (roleArn: string) => Promise<readonly string[] | undefined>;

/** One token that a cluster was shown. */
export interface Authentication {
  readonly at: number;
  readonly cluster: string;
  /** Of the role, not of its session. */
  readonly roleArn: string;
  /** Empty if it was let in. */
  readonly refusal: string;
}

export interface TokenWebhook {
  readonly url: string;
  /** Tokens for `cluster` are reviewed at `<url>/<path>`. */
  serve(path: string, cluster: string, authorise: Authorise): void;
  readonly authentications: readonly Authentication[];
  close(): void;
}

const prefix = 'k8s-aws-v1.';
const clusterHeader = 'x-k8s-aws-id';
/** STS takes a presigned request for this long. */
const lifetimeMs = 15 * 60 * 1000;

/** arn:aws:sts::111122223333:assumed-role/name/session is what STS calls a session of arn:aws:iam::111122223333:role/name. */
export function roleOfSession(arn: string): string {
  const [, partition, account, role] = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\/.+$/.exec(arn) ?? [];
  return role === undefined ? arn : `arn:${partition}:iam::${account}:role/${role}`;
}

/** As EKS does it: the token is a request to STS, signed for this cluster, which the server sends on the bearer's behalf. */
async function roleOfToken(token: string, cluster: string, sts: string): Promise<string> {
  if (!token.startsWith(prefix)) throw new Error('the token is not one of EKS');
  const url = new URL(Buffer.from(token.slice(prefix.length), 'base64url').toString());
  const presigned = readPresigned(url);
  if (url.origin !== sts) throw new Error(`${url.origin} is not STS`);
  if (url.searchParams.get('Action') !== 'GetCallerIdentity') throw new Error('the token is another request');
  if (!presigned?.signedHeaders.includes(clusterHeader)) throw new Error('the token names no cluster');
  if (Math.abs(Date.now() - presigned.signedAt) > lifetimeMs) throw new Error('the token has expired');
  const answer = await fetch(url, { headers: { accept: 'application/json', [clusterHeader]: cluster } });
  const text = await answer.text();
  const arn = /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1] ?? /"Arn":\s*"([^"]+)"/.exec(text)?.[1];
  if (!answer.ok || arn === undefined) throw new Error(`STS: ${/<Code>([^<]*)/.exec(text)?.[1] ?? text.slice(0, 300)}`);
  return roleOfSession(arn);
}

export async function startTokenWebhook(
  { key, cert, sts }: { key: Buffer; cert: Buffer; sts: string },
  port: number,
): Promise<TokenWebhook> {
  const clusters = new Map<string, { cluster: string; authorise: Authorise }>();
  const authentications: Authentication[] = [];

  async function review(path: string, token: string) {
    const { cluster, authorise } = clusters.get(path) ?? { cluster: path, authorise: async () => undefined };
    const record = (roleArn: string, refusal: string) =>
      authentications.push({ at: Date.now(), cluster, roleArn, refusal });
    try {
      const roleArn = await roleOfToken(token, cluster, sts);
      const groups = await authorise(roleArn);
      record(roleArn, groups ? '' : 'the role has no access entry');
      return groups ? { authenticated: true, user: { username: roleArn, groups } } : { authenticated: false };
    } catch (error) {
      const refusal = error instanceof Error ? error.message : String(error);
      record('', refusal);
      return { authenticated: false, error: refusal };
    }
  }

  const server = createServer({ key, cert }, async (request, response) => {
    const { spec } = (await json(request)) as { spec: { token: string } };
    const path = new URL(request.url ?? '/', 'https://webhook').pathname.slice(1);
    const status = await review(path, spec.token);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', status }));
  });
  const url = await listen(server, port, 'https');
  return {
    url,
    authentications,
    serve: (path, cluster, authorise) => clusters.set(path, { cluster, authorise }),
    close: () => server.close(),
  };
}
