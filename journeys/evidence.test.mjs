// A certificate on its way: photographed with a phone, checked with two keys, told to whoever sent it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

let place, chrome, photo;
before(async () => {
  place = await house();
  chrome = await browser();
  // A photograph of a page of ours stands in for a card.
  const page = await chrome.page(360);
  await page.goto(`${place.url}/sign-in`);
  photo = { name: "card.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) };
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

/** Hands in a first-aid certificate and leads to its page. */
async function handIn(page, file) {
  await page.goto(`${place.url}/profile/evidence`);
  await page.getByRole("link", { name: "Add a certificate" }).click();
  await page.getByRole("link", { name: "First aid at work" }).click();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("textbox", { name: "Day" }).first().fill("3");
  await page.getByRole("textbox", { name: "Month" }).first().fill("11");
  await page.getByRole("textbox", { name: "Year" }).first().fill("2026");
}

test("a card is photographed with the phone and approved with one key", async () => {
  const emil = await chrome.page(360);
  await enter(emil, place, "employee");
  await handIn(emil, photo);
  await emil.getByText("card.jpg").waitFor();
  await look(emil, "evidence-form");
  await emil.getByRole("button", { name: "Send" }).click();
  await emil.getByText("Waiting for review").waitFor();
  await look(emil, "evidence-waiting");
  const address = new URL(emil.url()).pathname;

  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  await owner.goto(`${place.url}/evidence`);
  await look(owner, "evidence-queue");
  await owner.goto(`${place.url}${address}`);
  const drawn = await owner.locator(".pictures img").evaluate((it) => it.decode().then(() => it.naturalWidth));
  assert.ok(drawn > 100, "the picture is shown");
  await look(owner, "evidence-review");
  await owner.keyboard.press("a");
  await owner.waitForURL((url) => url.pathname !== address);

  await owner.keyboard.press("r");
  const reasons = owner.getByRole("radio", { name: /cannot be read/ });
  await reasons.waitFor();
  await look(owner, "evidence-reasons");
  await reasons.check();
  await owner.getByRole("textbox", { name: "In your own words" }).fill("a reason with letters");
  await owner.getByRole("button", { name: "Reject" }).click();
  await owner.getByText("The reason was sent").waitFor();

  await emil.reload();
  await emil.getByText("Approved", { exact: true }).waitFor();
  await emil.goto(`${place.url}/notices`);
  await emil.getByText("First aid at work was approved").waitFor();
});

test("without script a file that is no picture comes back with a sentence", async () => {
  const emil = await chrome.page(360, "dark", "en", { script: false });
  await enter(emil, place, "employee");
  await handIn(emil, { name: "card.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg onload='alert(1)'/>") });
  await emil.getByRole("button", { name: "Send" }).click();
  await emil.getByText("Only PDF, JPG and PNG can be taken").first().waitFor();
  await look(emil, "evidence-refused", { axe: false, expected: /422/ });
  await emil.locator("input[type=file]").first().setInputFiles(photo);
  await emil.getByRole("button", { name: "Send" }).click();
  await emil.getByText("Waiting for review").waitFor();
});
