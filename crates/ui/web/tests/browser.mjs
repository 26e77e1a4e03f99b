// One browser and one small server for a test file. The server answers under the product's own rules for
// content (CSP with Trusted Types), so that a page that breaks them fails here.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const CSP = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types swap palette',
].join('; ');
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

// Writes the sample pages with cargo, once for each run. PAGES names a folder that has them already.
export function pages() {
  if (process.env.PAGES) return process.env.PAGES;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  const root = path.resolve(import.meta.dirname, '../../../..');
  const cargo = process.env.CARGO ?? 'cargo';
  execFileSync(cargo, ['run', '--quiet', '-p', 'ui', '--example', 'pages', '--', folder], { cwd: root, stdio: 'inherit' });
  return folder;
}

export async function serve(answer) {
  const server = http.createServer(async (request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    const reply = await answer(request);
    if (!reply) return response.writeHead(404).end();
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...reply.headers };
    if (!reply.free) headers['content-security-policy'] = CSP;
    response.writeHead(reply.status ?? 200, headers).end(reply.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done) && server.closeAllConnections()) };
}

export function file(folder, url) {
  const name = path.join(folder, decodeURIComponent(url.split('?')[0]));
  if (!name.startsWith(folder) || !fs.existsSync(name) || fs.statSync(name).isDirectory()) return null;
  const type = TYPES[path.extname(name)];
  return { body: fs.readFileSync(name), headers: type ? { 'content-type': type } : {}, free: name.endsWith('mail.html') };
}

export async function browser() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    viewport: null,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return {
    context,
    close: async () => {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}
