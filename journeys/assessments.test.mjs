// A risk assessment from the template to the gate: one question to a screen, left and resumed, rejected, corrected,
// approved, and counted for the site it was made for and for no other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

let place, chrome, photo;
before(async () => {
  place = await house();
  chrome = await browser();
  const page = await chrome.page(360);
  await page.goto(`${place.url}/sign-in`);
  photo = { name: "place.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) };
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

const next = (page) => page.getByRole("button", { name: "Next" }).click();

/** Places Emil at both sites, and leads to his id. */
async function placeEmil(owner) {
  await owner.goto(`${place.url}/people?search=Emil+Karlsson`);
  await owner.getByRole("link", { name: "Emil Karlsson" }).first().click();
  await owner.waitForURL((url) => url.searchParams.has("sel"));
  const id = new URL(owner.url()).searchParams.get("sel");
  for (const site of ["Harbour Gate", "North Yard"]) {
    await owner.goto(`${place.url}/people/${id}`);
    await owner.getByLabel("Add a site").selectOption({ label: site });
    await owner.getByRole("button", { name: "Place at site" }).click();
    await owner.getByText(site).first().waitFor();
  }
  return id;
}

/** Asks for the site risk assessment at one site. */
async function ask(owner, site) {
  await owner.goto(`${place.url}/requirements?all=1`);
  const href = await owner.locator("#by-site a", { hasText: site }).getAttribute("href");
  const id = new URL(href, place.url).searchParams.get("site");
  await owner.goto(`${place.url}/requirements/new?site=${id}`);
  await owner.getByRole("checkbox", { name: "Site risk assessment" }).check();
  await look(owner, "assessment-rule");
  await owner.getByRole("button", { name: "See who is affected" }).click();
  await owner.getByRole("button", { name: /Publish from/ }).click();
  await owner.getByText("Requirement published").first().waitFor();
}

/** The part of a person's page about one site. */
const site = (page, name) => page.locator("section", { has: page.getByRole("heading", { name, exact: true }) });

test("an assessment is filled in, rejected, corrected and approved, and counts at its own site only", async () => {
  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  const person = await placeEmil(owner);
  await ask(owner, "Harbour Gate");
  await ask(owner, "North Yard");

  const emil = await chrome.page(360);
  await enter(emil, place, "employee");
  await emil.getByRole("link", { name: "Risk assessments" }).click();
  await look(emil, "assessments-own");
  const offer = emil.locator(".offers li", { hasText: "Site risk assessment" });
  await offer.getByRole("button", { name: "Start" }).click();
  await emil.getByText("Question 1 of 6").waitFor();
  await look(emil, "assessment-yes-no");
  await emil.getByRole("radio", { name: "No", exact: true }).check();
  await next(emil);
  await emil.getByText("Say in a few words why").first().waitFor();
  await look(emil, "assessment-note", { expected: /422/ });
  await emil.getByRole("textbox", { name: /Note/ }).fill("Cables over the walkway");
  await next(emil);
  await emil.getByRole("radio", { name: "Lifting" }).check();
  await next(emil);
  await emil.getByRole("textbox", { name: /How high/ }).fill("2,5");
  await look(emil, "assessment-number");
  await next(emil);
  await emil.getByText("All answers saved").waitFor();

  // Another device goes on where the first one stopped.
  const tablet = await chrome.page(360, "dark");
  await enter(tablet, place, "employee");
  await tablet.goto(`${place.url}/risk-assessments`);
  await tablet.getByText("Draft, 3 of 6 answered").waitFor();
  await tablet.getByRole("link", { name: "Site risk assessment" }).first().click();
  await tablet.getByText("Question 4 of 6").waitFor();
  await tablet.getByRole("textbox", { name: /What keeps you/ }).fill("A banksman and a closed road");
  await next(tablet);
  await tablet.locator("input[type=file]").first().setInputFiles(photo);
  await tablet.getByText("place.jpg").waitFor();
  await look(tablet, "assessment-photo");
  await next(tablet);
  const pad = tablet.locator("canvas");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  await tablet.mouse.move(box.x + 30, box.y + 90);
  await tablet.mouse.down();
  for (const [x, y] of [[60, 40], [90, 120], [130, 50], [180, 110], [240, 70]]) await tablet.mouse.move(box.x + x, box.y + y);
  await tablet.mouse.up();
  await look(tablet, "assessment-signature");
  await next(tablet);
  await tablet.getByText("Check your answers").waitFor();
  const drawn = await tablet.locator(".ask-kept img").last().evaluate((it) => it.decode().then(() => it.naturalWidth));
  assert.ok(drawn > 100, "the signature was sent");
  await look(tablet, "assessment-summary");
  await tablet.getByRole("radio", { name: "Harbour Gate" }).check();
  await tablet.getByRole("button", { name: "Hand in" }).click();
  await tablet.getByText("Pending review").waitFor();
  await look(tablet, "assessment-waiting");
  const address = new URL(tablet.url()).pathname;

  // Rejected with a reason, by the keyboard alone.
  const office = address.replace("/risk-assessments", "/assessments");
  await owner.goto(`${place.url}/assessments`);
  await look(owner, "assessments-queue");
  await owner.goto(`${place.url}${office}`);
  await look(owner, "assessment-review");
  await owner.keyboard.press("r");
  await owner.getByRole("textbox", { name: /Why is it not accepted/ }).fill("Clear the walkway first");
  await owner.getByRole("button", { name: "Reject" }).click();
  await owner.getByText("The reason was sent").waitFor();

  await emil.goto(`${place.url}${address}`);
  await emil.getByText("Clear the walkway first").waitFor();
  await look(emil, "assessment-rejected");
  await emil.getByRole("button", { name: "Correct it" }).click();
  await emil.getByText("The last one was not accepted").waitFor();
  await emil.getByRole("link", { name: /Is your work area/ }).click();
  await emil.getByRole("radio", { name: "Yes", exact: true }).check();
  await emil.getByRole("button", { name: "Save" }).click();
  await emil.getByText("Check your answers").waitFor();
  await emil.getByRole("button", { name: "Hand in" }).click();
  await emil.getByText("Pending review").waitFor();
  const again = new URL(emil.url()).pathname;
  assert.notEqual(again, address, "a new attempt; the old one stays");

  await owner.goto(`${place.url}${again.replace("/risk-assessments", "/assessments")}`);
  await owner.keyboard.press("a");
  await owner.waitForURL((url) => url.pathname !== again.replace("/risk-assessments", "/assessments"));
  await emil.reload();
  await emil.getByText("Approved", { exact: true }).waitFor();

  await owner.goto(`${place.url}/people/${person}/requirements`);
  await site(owner, "Harbour Gate").getByText("Site risk assessment").waitFor();
  assert.equal(await site(owner, "Harbour Gate").getByText(/May not work here|another site/).count(), 0);
  await site(owner, "North Yard").getByText("May not work here").waitFor();
  await site(owner, "North Yard").getByText("done for another site, asked for this one").waitFor();
  await look(owner, "assessment-standings");
  await owner.goto(`${place.url}/people/${person}/assessments`);
  await look(owner, "person-assessments");
});

test("without script the name is typed and everything is sent", async () => {
  const emil = await chrome.page(360, "light", "pl", { script: false });
  await enter(emil, place, "employee");
  await emil.goto(`${place.url}/risk-assessments?lang=en`);
  await emil.locator(".offers li", { hasText: "Site risk assessment" }).getByRole("button", { name: "Start" }).click();
  await emil.getByRole("radio", { name: "Yes", exact: true }).check();
  await next(emil);
  await emil.getByRole("radio", { name: "Digging" }).check();
  await next(emil);
  await emil.getByRole("textbox", { name: /How high/ }).fill("0");
  await next(emil);
  await next(emil);
  await emil.locator("input[type=file]").first().setInputFiles(photo);
  await next(emil);
  assert.equal(await emil.locator("canvas").isVisible(), false);
  await emil.getByRole("textbox", { name: /type your name/ }).fill("Emil Karlsson");
  await next(emil);
  await emil.getByText("Signed: Emil Karlsson").waitFor();
  await look(emil, "assessment-no-script", { axe: false });
});

test("a template is written, moved about with the keyboard, looked at and published", async () => {
  const safety = await chrome.page(1440);
  await enter(safety, place, "health-and-safety");
  await safety.goto(`${place.url}/assessment-templates`);
  await look(safety, "templates");
  await safety.getByRole("link", { name: "Add a template" }).click();
  await safety.getByRole("textbox", { name: "Name" }).fill("Hot work");
  await look(safety, "template-form");
  await safety.getByRole("button", { name: "Add template" }).click();
  for (const words of ["Is a fire watch there?", "Is an extinguisher there?"]) {
    await safety.locator(".add-ask").getByRole("link", { name: "Yes or no" }).click();
    await safety.getByRole("textbox", { name: "Question" }).fill(words);
    await look(safety, "template-question");
    await safety.getByRole("button", { name: "Add question" }).click();
    await safety.locator(".asks").getByText(words).waitFor();
  }
  await safety.getByRole("button", { name: "Move up: Is an extinguisher there?" }).press("Enter");
  await safety.locator(".asks li").first().getByText("Is an extinguisher there?").waitFor();
  await look(safety, "template");
  await safety.getByRole("link", { name: "Preview" }).click();
  await safety.getByText("Question 1 of 2").waitFor();
  await look(safety, "template-preview");
  await safety.goBack();
  await safety.getByRole("button", { name: "Publish" }).click();
  await safety.getByText("People can fill it in now").waitFor();
  const narrow = await chrome.page(360);
  await enter(narrow, place, "health-and-safety");
  await narrow.goto(safety.url());
  await look(narrow, "template");
});
