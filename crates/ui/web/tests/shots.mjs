// node tests/shots.mjs <pages> <folder> name:width:height[:dark|forced][:full] …: pictures to look at.
import path from 'node:path';
import { browser, file, serve } from './browser.mjs';

const [pages, out, ...jobs] = process.argv.slice(2);
const server = await serve((request) => file(path.resolve(pages), request.url));
const chrome = await browser();
for (const job of jobs) {
  const [name, width, height, look, full, text] = job.split(':');
  const page = await chrome.context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(name, message.text()));
  page.on('pageerror', (why) => console.log(name, why.message));
  await page.setViewportSize({ width: +width, height: +height });
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', forcedColors: look === 'forced' ? 'active' : 'none' });
  await page.goto(`${server.base}/${name}.html`, { waitUntil: 'networkidle' });
  if (text) await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
  if (process.env.EVAL) await page.evaluate(process.env.EVAL);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > +width) console.log(`${name} at ${width}: ${wide} px wide`);
  await page.screenshot({ path: `${out}/${[name, width, look, text].filter(Boolean).join('-').replace('%', '')}.png`, fullPage: full === 'full' });
  await page.close();
}
await chrome.close();
await server.close();
