// swap.js against a server that behaves well, badly, and not at all.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { browser, file, pages, serve } from './browser.mjs';

const folder = pages();
let chrome, server, elsewhere, page;
const asked = [];
const held = new Map();

// A whole page, as the product answers: the parts #res and #toasts, a link, a live form, an action.
function whole({ title, res, body = '', key = 'k1', parts = true }) {
  const script = /src="([^"]+app\.[^"]+\.js)"/.exec(sample)[1];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><script type="module" src="${script}"></script></head><body>
    <a id="go" href="/list?page=2" data-swap="#res">Two</a> <a id="slow" href="/slow" data-swap="#res">Slow</a>
    <a id="bare" href="/bare" data-swap="#res">Bare</a> <a id="away" href="/away" data-swap="#res">Away</a>
    <a id="in" href="/secret" data-swap="#res">Secret</a> <a id="jump" href="#foot">Jump</a>
    <form id="find" method="get" action="/list" data-swap="#res" data-live><input id="q" name="q"></form>
    <form id="act" method="post" action="/act" data-swap="#res"><input type="hidden" name="_key" value="${key}"><input id="name" name="name"><button name="do" value="add">Add</button></form>
    ${parts ? `<div id="res">${res}</div>` : ''}<p id="foot">Foot</p>${body}</body></html>`;
}
let sample;

async function answer(request) {
  const url = new URL(request.url, 'http://x');
  if (url.pathname.startsWith('/assets/')) return file(folder, request.url);
  asked.push({ path: request.url, swap: request.headers['x-swap'], method: request.method });
  const body = await read(request);
  switch (url.pathname) {
    case '/list': {
      const q = url.searchParams.get('q');
      if (held.has(q)) await held.get(q).until;
      return { body: whole({ title: `List ${url.searchParams.get('page') ?? q ?? 1}`, res: `<b>${q ?? `page ${url.searchParams.get('page') ?? 1}`}</b><button id="inner">Inner</button>`, key: `k${asked.length}` }) };
    }
    case '/people': {
      const question = url.search;
      const [q, site] = ['q', 'site'].map((name) => url.searchParams.get(name) ?? '');
      const on = site && `<a id="off" href="/people?q=${q}" data-swap="#res">Site: ${site}</a><input type="hidden" name="site" value="${site}">`;
      const filters = `<form id="filters" method="get" action="/people" data-swap="#res" data-live data-along>${on}
        <div data-stays><input id="search" name="q" value="${q}"></div><label>Sort<input id="sort" name="sort"></label></form>`;
      const links = `<div data-along><a id="csv" href="/people.csv${question}">CSV</a></div><a id="gate" href="/people?site=gate" data-swap="#res">Gate</a><a id="other" href="/other">Other</a>`;
      return { body: whole({ title: `People ${question}`, res: `<b>${q} at ${site}</b>`, body: filters + links }) };
    }
    case '/act':
      if (!new URLSearchParams(body).get('name')) return { status: 422, body: whole({ title: 'Problem', res: '<div class="errsum" tabindex="-1">Fill this in</div>', key: 'k9' }) };
      if (body.includes('name=elsewhere')) return { status: 303, headers: { location: '/bare' } };
      return { status: 303, headers: { location: '/list?page=done' } };
    case '/bare': return { body: whole({ title: 'Bare', res: '', parts: false }) };
    case '/secret': return { status: 401, body: whole({ title: 'Sign in', res: '', parts: false }) };
    case '/away': return { status: 303, headers: { location: `${elsewhere.base}/foreign` } };
    default: return { body: whole({ title: 'Other', res: url.pathname }) };
  }
}

async function read(request) {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

// Does something and waits until a part was swapped.
async function swapped(act) {
  await page.evaluate(() => {
    window.swap = new Promise((done) => document.addEventListener('swap', () => done(true), { once: true }));
  });
  await act();
  await page.evaluate(() => window.swap);
}
const res = () => page.textContent('#res b');

before(async () => {
  sample = file(folder, '/kit.html').body.toString();
  server = await serve(answer);
  elsewhere = await serve(() => ({ body: '<!doctype html><title>Foreign</title>' }));
  chrome = await browser();
  page = await chrome.context.newPage();
});
after(async () => {
  await chrome.close();
  await server.close();
  await elsewhere.close();
});
beforeEach(async () => {
  await chrome.context.setOffline(false);
  held.clear();
  await page.goto(`${server.base}/list`);
  await page.evaluate(() => (window.same = true));
  asked.length = 0;
});
const stayed = () => page.evaluate(() => window.same === true);

test('a link swaps its part, the title and the address', async () => {
  await swapped(() => page.click('#go'));
  assert.equal(await res(), 'page 2');
  assert.equal(await page.title(), 'List 2');
  assert.equal(new URL(page.url()).search, '?page=2');
  assert.equal(asked[0].swap, '#res');
  assert.ok(await stayed());
});

test('going back and forward shows what was there', async () => {
  await swapped(() => page.click('#go'));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#res b')?.textContent === 'page 1');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('#res b')?.textContent === 'page 2');
});

// What a person sees of the question: in the list, in the box, in the filters that are on, in the links.
const seen = () => page.evaluate(() => ({
  list: document.querySelector('#res b').textContent,
  box: document.querySelector('#search').value,
  on: document.querySelector('#off')?.textContent ?? '',
  csv: document.querySelector('#csv').getAttribute('href'),
}));
const listed = (words) => page.waitForFunction((words) => document.querySelector('#res b')?.textContent === words, words);
const AT_FIRST = { list: ' at ', box: '', on: '', csv: '/people.csv' };
const AT_GATE = { list: ' at gate', box: '', on: 'Site: gate', csv: '/people.csv?site=gate' };

test('filters and links beside the list follow it, and the search box stays the same one', async () => {
  await page.goto(`${server.base}/people`);
  await page.evaluate(() => (window.box = document.querySelector('#search')));
  assert.deepEqual(await seen(), AT_FIRST);
  await swapped(() => page.click('#gate'));
  assert.deepEqual(await seen(), AT_GATE);
  await swapped(() => page.type('#search', 'ana'));
  assert.deepEqual(await seen(), { list: 'ana at gate', box: 'ana', on: 'Site: gate', csv: '/people.csv?site=gate&q=ana' });
  assert.equal(await page.evaluate(() => document.activeElement === window.box), true, 'the cursor stays in the box');
  await swapped(() => page.click('#off'));
  assert.deepEqual(await seen(), { list: 'ana at ', box: 'ana', on: '', csv: '/people.csv?q=ana' });
  assert.equal(await page.evaluate(() => document.querySelector('#search') === window.box), true);
});

test('filters leave a field alone that somebody is in', async () => {
  await page.goto(`${server.base}/people`);
  await page.focus('#sort');
  await swapped(() => page.evaluate(() => document.querySelector('#gate').click()));
  assert.deepEqual(await seen(), { ...AT_GATE, on: '' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sort');
});

test('Back brings the list, the filters and the box of that time', async () => {
  await page.goto(`${server.base}/people`);
  await swapped(() => page.click('#gate'));
  await swapped(() => page.type('#search', 'ana'));
  await page.goBack();
  await listed(' at ');
  assert.deepEqual(await seen(), AT_FIRST, 'what was typed is no step of its own');
  await page.goForward();
  await listed('ana at gate');
  assert.deepEqual(await seen(), { list: 'ana at gate', box: 'ana', on: 'Site: gate', csv: '/people.csv?site=gate&q=ana' });
});

test('Back from another page finds the list as it was left, and the step before it', async () => {
  await page.goto(`${server.base}/people`);
  await swapped(() => page.click('#gate'));
  await page.click('#other');
  await page.waitForURL('**/other');
  await page.goBack();
  await page.waitForURL('**/people?site=gate');
  await listed(' at gate');
  assert.deepEqual(await seen(), AT_GATE);
  await page.goBack();
  await listed(' at ');
  assert.deepEqual(await seen(), AT_FIRST);
});

test('a jump within the page asks the server nothing', async () => {
  await page.click('#jump');
  await page.waitForFunction(() => location.hash === '#foot');
  assert.ok(await stayed());
  assert.equal(asked.length, 0);
});

test('typing sends the form after a rest, and a newer question takes over from an older one', async () => {
  let release;
  held.set('a', { until: new Promise((done) => (release = done)) });
  await page.type('#q', 'a');
  await page.waitForFunction(() => document.querySelector('#res').ariaBusy === 'true');
  await swapped(() => page.type('#q', 'b'));
  assert.equal(await res(), 'ab');
  release();
  assert.equal(await res(), 'ab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  assert.equal(new URL(page.url()).search, '?q=ab');
  assert.ok(await stayed());
});

test('the cursor stays in a field that was replaced', async () => {
  await page.focus('#inner');
  await swapped(() => page.evaluate(() => document.querySelector('#find').requestSubmit()));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'inner');
});

test('an action follows to the page it leads to, and every form gets a new key', async () => {
  await page.fill('#name', 'Daniel');
  await swapped(() => page.click('#act button'));
  assert.equal(await res(), 'page done');
  assert.equal(new URL(page.url()).search, '?page=done');
  assert.notEqual(await page.inputValue('input[name=_key]'), 'k1');
  assert.ok(await stayed());
});

test('a refused action shows its problems and puts the cursor there', async () => {
  await swapped(() => page.click('#act button'));
  assert.equal(await page.textContent('#res'), 'Fill this in');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.errsum')));
  assert.ok(await stayed());
});

test('an action that leads to a page without the part goes there plainly', async () => {
  await page.fill('#name', 'elsewhere');
  await page.click('#act button');
  await page.waitForURL('**/bare');
  assert.equal(asked.filter((it) => it.method === 'POST').length, 1, 'the action is not sent again');
});

test('a page without the part, a sign-in and another host are gone to plainly', async () => {
  for (const [link, title] of [['#bare', 'Bare'], ['#in', 'Sign in'], ['#away', 'Foreign']]) {
    await page.goto(`${server.base}/list`);
    await page.click(link);
    await page.waitForFunction((title) => document.title === title, title);
  }
});

test('without signal the browser says so itself', async () => {
  await chrome.context.setOffline(true);
  const plainly = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
  await page.click('#go');
  assert.equal(new URL((await plainly).url()).search, '?page=2');
  await chrome.context.setOffline(false);
});
