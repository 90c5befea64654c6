import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Opens a server on loopback and returns its address; port 0 is any free one. */
export function listen(server: Server, port: number, scheme: 'http' | 'https' = 'http'): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // It must not keep the runner alive.
      server.unref();
      resolve(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}
