// From a rule to a person who may work: rehearsed, published, red, a card from the phone, approved, green.
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
  photo = { name: "card.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) };
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

test("a rule turns somebody red, and a card from the phone turns them green", async () => {
  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  await owner.goto(`${place.url}/requirements?all=1`);
  await owner.getByText("Site induction").first().waitFor();
  await owner.getByRole("link", { name: "Add requirement" }).click();
  await owner.getByRole("checkbox", { name: "First aid at work" }).check();
  await look(owner, "requirements-form");
  await owner.getByRole("button", { name: "See who is affected" }).click();
  await owner.getByText("Emil Karlsson").first().waitFor();
  await look(owner, "requirements-rehearsal");
  await owner.getByRole("button", { name: /Publish from/ }).click();
  await owner.getByText("Requirement published").first().waitFor();
  await look(owner, "requirements-list");

  await owner.goto(`${place.url}/people?search=Emil`);
  await owner.getByText("missing").first().waitFor();
  await look(owner, "people-standing");
  await owner.getByRole("link", { name: "Emil Karlsson" }).first().click();
  await owner.waitForURL((url) => url.searchParams.has("sel"));
  const id = new URL(owner.url()).searchParams.get("sel");
  await owner.goto(`${place.url}/people/${id}/requirements`);
  await owner.getByText("May not work here").first().waitFor();
  await look(owner, "person-requirements");

  const emil = await chrome.page(360);
  await enter(emil, place, "employee");
  await emil.goto(`${place.url}/profile/evidence`);
  await emil.getByRole("link", { name: "Add a certificate" }).click();
  await emil.getByRole("link", { name: "First aid at work" }).click();
  await emil.locator("input[type=file]").first().setInputFiles(photo);
  await emil.getByRole("textbox", { name: "Day" }).first().fill("3");
  await emil.getByRole("textbox", { name: "Month" }).first().fill("11");
  await emil.getByRole("textbox", { name: "Year" }).first().fill("2026");
  await emil.getByRole("button", { name: "Send" }).click();
  await emil.getByText("Waiting for review").waitFor();
  const address = new URL(emil.url()).pathname;

  await owner.reload();
  await owner.getByText("handed in, waiting to be checked").first().waitFor();
  await owner.goto(`${place.url}${address}`);
  await owner.keyboard.press("a");
  await owner.waitForURL((url) => url.pathname !== address);
  await owner.goto(`${place.url}/people/${id}/requirements`);
  await owner.getByText("May work here").first().waitFor();
  assert.equal(await owner.getByText("May not work here").count(), 0);
  await owner.goto(`${place.url}/people?search=Emil&view=valid`);
  await owner.getByText("Emil Karlsson").first().waitFor();

  // Before the rule was published nobody was asked for anything.
  await owner.goto(`${place.url}/people/${id}/requirements?at=2026-01-01T08:00`);
  await owner.getByText("As it was at").first().waitFor();
  await owner.getByText("May work here").first().waitFor();
  await look(owner, "person-as-at");

  // Every page says the same about the same certificate at the same moment.
  const words = async () => {
    const line = owner.locator("li.req").filter({ hasText: "First aid at work" }).first();
    return (await line.locator("small.why").innerText()).trim();
  };
  const then = await words();
  await owner.goto(`${place.url}/matrix?search=Emil&at=2026-01-01T08:00`);
  await owner.locator("td").filter({ hasText: then }).first().waitFor();
  await owner.goto(`${place.url}/people/${id}/requirements`);
  const now = await words();
  assert.notEqual(now, then);
  await owner.goto(`${place.url}/matrix?search=Emil`);
  await owner.locator("td").filter({ hasText: now }).first().waitFor();
  // The list and the details beside it say what comes first, in the words of the person's page.
  await owner.goto(`${place.url}/people?search=Emil&sel=${id}`);
  const first = (await owner.locator("#inspector .verdict p").innerText()).trim();
  const [subject, ...rest] = first.split(": ");
  await owner.locator("tbody td.c-next").filter({ hasText: rest.join(": ") }).first().waitFor();
  await owner.goto(`${place.url}/people/${id}/requirements`);
  await owner.locator("li.req").filter({ hasText: subject }).filter({ hasText: rest.join(": ") }).first().waitFor();
});

test("the matrix and a company tell who is kept out, in the words of the person's page", async () => {
  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  await owner.goto(`${place.url}/matrix`);
  await owner.getByRole("columnheader", { name: /First aid at work/ }).waitFor();
  await look(owner, "matrix");
  await owner.getByRole("searchbox", { name: "Search for a name" }).fill("Okafor");
  await owner.waitForURL((url) => url.searchParams.get("search") === "Okafor");
  await owner.getByRole("link", { name: "Daniel Okafor" }).click();
  await owner.getByText("May not work here").first().waitFor();
  const line = owner.locator("li.req").filter({ hasText: "First aid at work" }).first();
  const words = (await line.locator("small.why").innerText()).trim();
  await owner.goto(`${place.url}/companies?search=Northgate+Scaffolding`);
  await owner.getByRole("link", { name: "Northgate Scaffolding" }).first().click();
  await owner.getByRole("link", { name: "Open" }).click();
  await owner.getByRole("link", { name: "Requirements" }).last().click();
  await owner.locator("li.req").filter({ hasText: "Daniel Okafor" }).filter({ hasText: `First aid at work: ${words}` }).first().waitFor();
  await look(owner, "company-requirements");

  // The file is written down, and the print says what it is.
  await owner.goto(`${place.url}/matrix?status=red`);
  const [file] = await Promise.all([
    owner.waitForEvent("download"),
    owner.getByRole("button", { name: "CSV" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "matrix.csv");
  await owner.goto(`${place.url}/audit`);
  await owner.getByText("People and requirements exported").first().waitFor();
  await owner.goto(`${place.url}/matrix/print`);
  await owner.getByText("Made by Rosa Silva").waitFor();
});
