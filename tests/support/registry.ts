// A package registry with one package, on this machine only. It remembers what it was asked for.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Registry = { readonly url: string; readonly asked: readonly string[]; close(): Promise<void> };

/** Serves `tarball` as the only version of the package that `manifest` describes. */
export async function oneRegistry(
  manifest: { readonly name: string; readonly version: string },
  tarball: string,
): Promise<Registry> {
  const bytes = readFileSync(tarball);
  const asked: string[] = [];
  const path = `/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === path) return void response.end(bytes);
    if (request.url !== `/${manifest.name}`) return void response.writeHead(404).end('{}');
    const dist = {
      tarball: `http://${request.headers.host ?? ''}${path}`,
      integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    };
    const document = {
      name: manifest.name,
      'dist-tags': { latest: manifest.version },
      versions: { [manifest.version]: { ...manifest, dist } },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => new Promise((closed) => server.close(() => closed())) };
}
