// A hub of forty lines for the browser test: the front page, its files, the bundle, and a report taken or not.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { bundlePath, epochDayOf } from '../../src/seal/bundle.ts';
import { Desk } from '../seal/desk.ts';
import { bulletinPage } from './bulletin.ts';
import { frontPage } from './front.ts';

/** As the hub sends it with every page; one policy lets the map start its worker and nothing else. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; "
  + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types watchword-map";

const ASSETS = path.resolve('target/classes/watchword/web/board');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.txt': 'text/plain', '.json': 'application/json', '.geojson': 'application/geo+json',
};

export class TestHub {
  readonly desk = new Desk();
  readonly requests: string[] = [];
  readonly taken: { path: string; body: Buffer }[] = [];
  readonly refused: { path: string; body: Buffer }[] = [];
  /** Answers to coming reports; 204 when there are none left. */
  answers: number[] = [];
  /** Files that somebody adds a line end to on their way. */
  readonly changed = new Set<string>();
  readonly files = new Map<string, string | Uint8Array>();
  private readonly server: Server;

  constructor(private readonly today = epochDayOf(Date.now()), private readonly workBits = 8) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void this.answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks)).then(([status, type, body]) => {
          response.writeHead(status, { 'Content-Security-Policy': POLICY, 'Content-Type': type, 'Cache-Control': 'no-store' });
          response.end(body);
        });
      });
    });
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(method: string, url: string, body: Buffer): Promise<[number, string, string | Uint8Array]> {
    this.requests.push(`${method} ${url}`);
    if (method === 'POST') {
      const status = this.answers.shift() ?? 204;
      (status === 204 ? this.taken : this.refused).push({ path: url, body });
      return [status, 'text/plain', ''];
    }
    if (url === `/${bundlePath(this.today)}`) return [200, 'application/octet-stream', this.desk.bundle(this.today, { workBits: this.workBits })];
    if (url === '/b') return [200, 'text/html; charset=utf-8', bulletinPage()];
    const page = /^\/(|[a-z]{2})$/.exec(url);
    if (page) return [200, 'text/html; charset=utf-8', frontPage(this.desk.root, page[1] || 'en')];
    const file = this.files.get(url);
    if (file !== undefined) return [200, TYPES[path.extname(url)] ?? 'text/plain', file];
    const asset = /^\/assets\/([\w.-]+)$/.exec(url)?.[1];
    if (asset === undefined) return [404, 'text/plain', ''];
    try {
      const content = await readFile(path.join(ASSETS, asset), 'utf8');
      return [200, TYPES[path.extname(asset)] ?? 'text/plain', this.changed.has(url) ? `${content}\n` : content];
    } catch {
      return [404, 'text/plain', ''];
    }
  }
}
