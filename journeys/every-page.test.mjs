// Every page that links lead to, for each kind of reader: light and dark, at the desk and on the phone, in both
// languages. One page of each kind is looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

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
async function crawl(visitor) {
  const found = new Map();
  const waiting = [`${place.url}/home`];
  while (waiting.length && found.size < 150) {
    const url = new URL(waiting.shift());
    if (found.has(kind(url))) continue;
    const answer = await visitor.get(url.href);
    assert.equal(answer.status(), 200, `${url.pathname} is linked and answers ${answer.status()}`);
    // A file to download is no page.
    const page = answer.headers()["content-type"]?.startsWith("text/html");
    found.set(kind(url), page ? url.href : null);
    if (!page) continue;
    for (const [, link] of (await answer.text()).matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const next = new URL(link.replaceAll("&amp;", "&"), answer.url());
      if (next.origin === place.url && !next.searchParams.has("lang")) waiting.push(next.origin + next.pathname + next.search);
    }
  }
  return [...found.values()].filter(Boolean);
}

for (const role of ["owner", "site-manager", "employee"]) {
  test(`every page the ${role} can reach is usable by everyone`, { timeout: 600_000 }, async () => {
    const scout = await chrome.page(1440);
    await enter(scout, place, role);
    const pages = await crawl(scout.request);
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
