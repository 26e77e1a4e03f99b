// The list of people in the office: find somebody, look closer, change several, take it back, take it away as a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

let place, chrome;
before(async () => {
  place = await house({ people: 500 });
  chrome = await browser();
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

const names = (page) => page.locator("tbody .who a").allInnerTexts();
const search = (page) => page.getByRole("searchbox", { name: "Name, e-mail or external ID" });

/** The list as the administrator sees it. */
async function open(width, theme) {
  const page = await chrome.page(width, theme);
  await enter(page, place, "administrator");
  await page.goto(`${place.url}/people`);
  return page;
}

/** Does something that swaps the list, and resolves with the names once others stand in it. */
async function changed(page, act) {
  const old = (await names(page)).join();
  await act();
  await page.waitForFunction((old) => {
    const busy = document.querySelector("#list[aria-busy]");
    return !busy && [...document.querySelectorAll("tbody .who a")].map((it) => it.innerText).join() !== old;
  }, old);
  return names(page);
}

/** What a click brings as a file. */
async function file(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

for (const width of [1440, 360]) {
  test(`somebody is found while typing, without accents, and looked at, ${width} px`, async () => {
    const page = await open(width);
    await look(page, "people");
    const found = await changed(page, () => search(page).pressSequentially("viktor novak"));
    assert.deepEqual(found, ["Viktor Novák"]);
    assert.match(page.url(), /search=viktor/, "the address keeps the question");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "search", "typing goes on");
    await page.getByRole("link", { name: "Viktor Novák" }).click();
    const beside = page.locator("#inspector");
    await beside.getByRole("heading", { name: "Viktor Novák" }).waitFor();
    await beside.getByText("Brightline Electrical").first().waitFor();
    await look(page, "people-inspector");
    await page.goBack();
    await beside.waitFor({ state: "hidden" });
    await page.goForward();
    await beside.getByRole("link", { name: "Close details" }).click();
    await beside.waitFor({ state: "hidden" });
    await search(page).fill("nobody of this name");
    await page.getByText("Nobody matches").waitFor();
    await look(page, "people-none");
    await page.getByRole("link", { name: "Clear all" }).first().click();
    await page.getByRole("link", { name: "Next", exact: true }).waitFor();
    await page.context().close();
  });

  test(`the list is narrowed and turned page by page, ${width} px`, async () => {
    const page = await open(width, "dark");
    const first = await names(page);
    assert.equal(first.length, 50);
    const second = await changed(page, () => page.getByRole("link", { name: "Next", exact: true }).click());
    assert.equal(second.length, 50);
    assert.deepEqual(second.filter((it) => first.includes(it)), [], "nobody is there twice");
    const back = await changed(page, () => page.getByRole("link", { name: "Previous", exact: true }).click());
    assert.deepEqual(back, first);

    const contractors = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Contractors/ });
    await changed(page, () => contractors.click());
    await page.getByRole("link", { name: "Filters", exact: true }).click();
    await look(page, "people-filters");
    await page.getByLabel("Company").selectOption({ label: "Kranwerk Lifting" });
    await page.getByRole("button", { name: "Show people" }).click();
    const remove = page.getByRole("link", { name: "Remove filter Company: Kranwerk Lifting" });
    await remove.waitFor();
    assert.ok((await names(page)).includes("Lukas Meier"));
    await look(page, "people-narrowed");
    await changed(page, () => search(page).fill("grace"));
    await remove.waitFor();
    assert.deepEqual(await names(page), ["Grace Bennett"], "search and filter hold together");
    await remove.click();
    await remove.waitFor({ state: "hidden" });
    const { searchParams: asked } = new URL(page.url());
    assert.deepEqual([asked.get("company"), asked.get("view"), asked.get("search")], [null, "contractors", "grace"]);
    await page.context().close();
  });

  test(`several people are archived at once, and it is undone, ${width} px`, async () => {
    const page = await open(width);
    const before = await names(page);
    const chosen = before.slice(0, 3);
    for (const name of chosen) await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
    const bar = page.getByRole("region", { name: "Actions for the selected rows" });
    await bar.getByText("3 selected").waitFor();
    await look(page, "people-selected");
    await bar.getByRole("button", { name: "Archive" }).click();
    const toast = page.getByRole("status").filter({ hasText: "3 people archived" });
    await toast.waitFor();
    assert.deepEqual((await names(page)).filter((it) => chosen.includes(it)), []);
    await look(page, "people-archived");
    await toast.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone for 3 people").waitFor();
    assert.deepEqual(await names(page), before);
    await page.context().close();
  });
}

test("the list is sorted by any of its columns, both ways", async () => {
  const page = await open(1440);
  const head = (name) => page.getByRole("columnheader", { name });
  const falling = await changed(page, () => head("Name").getByRole("link").click());
  assert.equal(await head("Name").getAttribute("aria-sort"), "descending");
  assert.match(falling[0], /^Zofia/);
  await changed(page, () => head("Company").getByRole("link").click());
  assert.equal(await head("Company").getAttribute("aria-sort"), "ascending");
  await look(page, "people-sorted");
});

test("everybody, or only who was found, leaves as CSV and as an Excel file", async () => {
  const page = await open(1440);
  const total = Number((await page.locator(".head p").innerText()).replace(/\D/g, ""));
  const all = await file(page, "CSV");
  assert.match(all.name, /\.csv$/);
  const lines = all.bytes.toString("utf8").trim().split("\r\n");
  assert.match(lines[0], /Name[^]*Type[^]*E-mail[^]*Company/);
  assert.equal(lines.length, total + 1);
  await changed(page, () => search(page).fill("chloe mart"));
  const few = (await file(page, "CSV")).bytes.toString("utf8").trim().split("\r\n");
  assert.match(few[1], /Chloé Martin/);
  assert.equal(few.length, (await names(page)).length + 1);
  const book = await file(page, "Excel");
  assert.match(book.name, /\.xlsx$/);
  assert.equal(book.bytes.subarray(0, 2).toString(), "PK");
});
