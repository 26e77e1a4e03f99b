// Every page that links lead to, for each kind of reader: light and dark, at the desk and on the phone, in both
// languages. One page of each kind is looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look, troubles } from "./lib/look.mjs";

let place, chrome;
before(async () => {
  place = await house();
  chrome = await browser();
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

/** The kind of a page: its address without ids, and without what filters it. */
const kind = (url) => url.pathname.replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/g, "{id}") + (url.searchParams.has("sel") ? "?sel" : "");

/** One address of every kind of page that links lead to. */
async function crawl(page) {
  const found = new Map();
  const waiting = [`${place.url}/home`];
  while (waiting.length && found.size < 150) {
    const url = new URL(waiting.shift());
    if (found.has(kind(url))) continue;
    const answer = await page.goto(url.href).catch(() => null);
    // A file to download is no page.
    if (!answer || !answer.headers()["content-type"]?.startsWith("text/html")) {
      found.set(kind(url), null);
      continue;
    }
    assert.equal(answer.status(), 200, `${url.pathname} is linked and answers ${answer.status()}`);
    found.set(kind(url), url.href);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((it) => it.href));
    for (const link of links) {
      const next = new URL(link);
      if (next.origin === place.url && !next.searchParams.has("lang")) waiting.push(next.origin + next.pathname + next.search);
    }
  }
  troubles(page);
  return [...found.values()].filter(Boolean);
}

for (const role of ["owner", "site-manager", "employee"]) {
  test(`every page the ${role} can reach is usable by everyone`, { timeout: 600_000 }, async () => {
    const scout = await chrome.page(1440);
    await scout.goto(place.links[role]);
    await scout.locator("main button").first().click();
    await scout.waitForURL(/\/home/);
    const pages = await crawl(scout);
    assert.ok(pages.length > 3, pages.join("\n"));
    const state = await scout.context().storageState();
    const looks = [[1440, "light", "en"], [360, "light", "pl"], [1440, "dark", "pl"], [360, "dark", "en"]];
    for (const [width, theme, lang] of looks) {
      const page = await chrome.page(width, theme, lang, { storageState: state });
      for (const url of pages) {
        const there = new URL(url);
        there.searchParams.set("lang", lang);
        await page.goto(there.href);
        await look(page, `${role}${new URL(url).pathname.replaceAll("/", "-").slice(0, 40)}`);
      }
      await page.context().close();
    }
  });
}
