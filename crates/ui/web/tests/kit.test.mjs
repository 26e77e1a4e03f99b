// Every part and every shell, in light and dark, on a phone and at a desk: no accessibility problem, nothing wider
// than the screen, nothing the content rules forbid.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { browser, file, pages, serve } from './browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const folder = pages();
const names = fs.readdirSync(folder).filter((it) => it.endsWith('.html')).map((it) => it.replace('.html', ''));
let chrome, server;

before(async () => {
  server = await serve((request) => file(folder, request.url));
  chrome = await browser();
});
after(async () => {
  await chrome.close();
  await server.close();
});

async function open(name, { width, theme = 'light', height = 1700 }) {
  const page = await chrome.context.newPage();
  const trouble = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (why) => trouble.push(why.message));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto(`${server.base}/${name}.html`, { waitUntil: 'networkidle' });
  return { page, trouble };
}

for (const name of names) {
  for (const theme of ['light', 'dark']) {
    for (const width of [1440, 360]) {
      test(`${name} is accessible, ${theme}, ${width} px`, async () => {
        const { page, trouble } = await open(name, { width, theme });
        await page.evaluate(axe);
        const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), rules);
        const problems = found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
        await page.close();
        assert.deepEqual(problems, []);
        assert.deepEqual(trouble, []);
      });
    }
  }
  test(`${name} fits 320 px, and 360 px with text twice as large`, async () => {
    const { page } = await open(name, { width: 320 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok((await width()) <= 320, `${await width()} px`);
    await page.setViewportSize({ width: 360, height: 1700 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    assert.ok((await width()) <= 360, `${await width()} px`);
    await page.close();
  });
}

test('menus, dialogs and the palette are accessible when they are open', async () => {
  const { page } = await open('desktop', { width: 1440 });
  await page.evaluate(axe);
  const check = async (what) => {
    const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), rules);
    assert.deepEqual(found.violations.map((it) => `${what} ${it.id} ${it.nodes[0].target}`), []);
  };
  await page.click('.me');
  await check('own menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await check('palette');
  await page.close();
});

test('ticking a row brings up the bar, and the box on top ticks all', async () => {
  const { page } = await open('list', { width: 1440, height: 900 });
  assert.ok(await page.isHidden('.bulk'));
  await page.check('tbody .ck >> nth=1');
  assert.ok(await page.isVisible('.bulk'));
  assert.equal((await page.textContent('.bulk strong')).trim(), '1 selected');
  assert.ok(await page.evaluate(() => document.querySelector('[data-all]').indeterminate));
  await page.check('[data-all]');
  assert.equal((await page.textContent('.bulk strong')).trim(), '8 selected');
  await page.click('[data-clear]');
  assert.ok(await page.isHidden('.bulk'));
  await page.close();
});

test('on a small screen the side bar opens from the top bar', async () => {
  const { page } = await open('list', { width: 360, height: 740 });
  assert.ok(await page.isHidden('#side'));
  await page.click('.menu-btn');
  assert.ok(await page.isVisible('#side'));
  await page.keyboard.press('Escape');
  assert.ok(await page.isHidden('#side'));
  await page.close();
});

test('a problem in the list leads into its field', async () => {
  const { page } = await open('plain-invalid', { width: 360, height: 740 });
  assert.ok(await page.evaluate(() => document.activeElement.matches('.errsum')));
  await page.click('.errsum a >> nth=1');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'email');
  await page.close();
});

test('colours change at once', async () => {
  const { page } = await open('list', { width: 1440, height: 900 });
  await page.click('.me');
  await page.click('[name=theme][value=dark]');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await page.close();
});
