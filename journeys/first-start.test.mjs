// Nobody has an account yet: the machine's owner follows the printed link and names the organisation.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

let place, chrome;
before(async () => {
  place = await house({ demo: false });
  chrome = await browser();
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

test("the first start makes an organisation and its owner, once", async () => {
  const link = place.log().match(/https?:\/\/\S+\/setup\/\S+/)?.[0];
  assert.ok(link, place.log());
  const page = await chrome.page(1440);
  await page.goto(link);
  await look(page, "setup");

  await page.getByLabel("Name of the organisation").fill("Harbour Works");
  await page.getByLabel("Your name").fill("Rosa Silva");
  await page.getByLabel("E-mail").fill("rosa@harbour.example");
  await page.getByLabel("Choose a password").fill("short");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("alert").waitFor();
  await look(page, "setup-wrong", { expected: /422/ });
  assert.equal(await page.getByLabel("Your name").inputValue(), "Rosa Silva", "nothing typed is lost");
  await page.getByRole("link", { name: "Use 12 letters or more" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "password", "the summary leads to the field");

  await page.getByLabel("Choose a password").fill("seven grey cranes");
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/home/);
  await look(page, "first-home");

  const second = await chrome.page(360);
  const again = await second.goto(link);
  assert.equal(again.status(), 410, "the link works once");
  await look(second, "setup-over", { expected: /410/ });
});
