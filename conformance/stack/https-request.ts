import type { IncomingMessage } from 'node:http';
import { type Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

export interface HttpsRequest {
  readonly agent: Agent;
  readonly server: string;
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly contentType?: string;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Resolves when the headers are there. */
export function openResponse(options: HttpsRequest): Promise<IncomingMessage> {
  const { agent, server, method, path, token, contentType = 'application/json', body, signal } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, server), {
      agent,
      method,
      ...(signal && { signal }),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }),
      },
    });
    outgoing.once('response', resolve);
    // The server may close a connection in the moment in which it is used again: nothing was answered, so ask anew.
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.reusedSocket && error.code === 'ECONNRESET') openResponse(options).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(body);
  });
}

const timeoutMs = 60_000;

export async function readResponse(options: HttpsRequest): Promise<{ status: number; body: string }> {
  const response = await openResponse({ signal: AbortSignal.timeout(timeoutMs), ...options });
  return { status: response.statusCode ?? 0, body: await text(response) };
}
