import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { readPresigned, signatureOf } from './aws-signature.ts';
import { listen } from './listen.ts';

/** The identity with which the hub's Argo CD comes to STS. */
export const hubCredentials = { accessKeyId: 'AKIAHUBARGOCD0000000', secretAccessKey: 'only-for-the-stand-in' };

export interface Sts {
  readonly url: string;
  close(): void;
}

const textOf = (xml: string, element: string) => new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];

function refuse(response: ServerResponse, code: string, message: string): void {
  response.writeHead(403, { 'content-type': 'text/xml' });
  response.end(`<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);
}

/**
 * STS before the simulated one, which believes every signature. This one knows the secrets that it gave out, and so sees
 * whether a presigned request was made for the cluster that presents it: the cluster's name is a signed header.
 */
export async function startSts(upstream: string, port: number): Promise<Sts> {
  const secrets = new Map([[hubCredentials.accessKeyId, hubCredentials.secretAccessKey]]);

  async function forward(request: IncomingMessage, authorization: string | undefined, body?: string) {
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', upstream), {
      method: request.method ?? 'GET',
      headers: { ...(headers as Record<string, string>), ...(authorization !== undefined && { authorization }) },
      ...(body !== undefined && { body }),
    });
    return { status: answer.status, type: answer.headers.get('content-type') ?? 'text/xml', text: await answer.text() };
  }

  async function answerPresigned(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const presigned = readPresigned(url);
    if (!presigned) return refuse(response, 'MissingAuthenticationToken', 'The request is not signed.');
    const secret = secrets.get(presigned.accessKeyId);
    if (secret === undefined) return refuse(response, 'InvalidClientTokenId', 'The security token is not known.');
    if (signatureOf(url, request.headers as Record<string, string>, secret) !== presigned.signature) {
      return refuse(response, 'SignatureDoesNotMatch', 'The signature is not of this request.');
    }
    // The simulated STS reads whose key it is from this header alone.
    const { accessKeyId, scope, signedHeaders, signature } = presigned;
    const credential = `Credential=${accessKeyId}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
    const { status, type, text: answer } = await forward(request, `AWS4-HMAC-SHA256 ${credential}`);
    response.writeHead(status, { 'content-type': type }).end(answer);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, text: answer } = await forward(request, undefined, await text(request));
    const [key, secret] = [textOf(answer, 'AccessKeyId'), textOf(answer, 'SecretAccessKey')];
    if (key !== undefined && secret !== undefined) secrets.set(key, secret);
    response.writeHead(status, { 'content-type': type }).end(answer);
  }

  const server = createServer((request, response) => {
    const answer = request.method === 'GET' ? answerPresigned(request, response) : answerCall(request, response);
    answer.catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  const url = await listen(server, port);
  return { url, close: () => server.close() };
}
