// Every page that links lead to, for each kind of reader: at the desk and on the phone, light and dark, in both
// languages. One page of each kind is looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { carry } from "./lib/axe.mjs";
import { browser, dress, enter } from "./lib/browser.mjs";
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

/** Looks at each page in both themes: it is loaded once, in the theme the page before it ended with. */
async function walk(pages, role, { width, lang, state }) {
  const page = await chrome.page(width, "light", lang, { storageState: state });
  await carry(page);
  let [first, second] = ["light", "dark"];
  for (const url of pages) {
    const there = new URL(url);
    const name = `${role}${there.pathname.replaceAll("/", "-").slice(0, 40)}`;
    there.searchParams.set("lang", lang);
    await page.goto(there.href);
    await look(page, name);
    await dress(page, second);
    await look(page, name, { axe: "colours" });
    [first, second] = [second, first];
  }
  await page.context().close();
}

// The owner reads English at the desk and Polish on the phone; the others, who see much of the same, the other way.
for (const [role, desk, phone] of [["owner", "en", "pl"], ["site-manager", "pl", "en"], ["employee", "pl", "en"]]) {
  test(`every page the ${role} can reach is usable by everyone`, { timeout: 600_000 }, async () => {
    const scout = await chrome.page(1440);
    await enter(scout, place, role);
    const pages = await crawl(scout.request);
    assert.ok(pages.length > 3, pages.join("\n"));
    const state = await scout.context().storageState();
    await scout.context().close();
    const looks = [{ width: 1440, lang: desk, state }, { width: 360, lang: phone, state }];
    await Promise.all(looks.map((it) => walk(pages, role, it)));
  });
}
