// Somebody is invited by mail, joins on a phone in Polish, signs out and in again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look } from "./lib/look.mjs";

let place, chrome;
before(async () => {
  place = await house({ mail: true });
  chrome = await browser();
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

test("an invited person joins from the mail and signs in again", async () => {
  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  await owner.goto(`${place.url}/invitations/new`);
  await look(owner, "invite");
  await owner.getByLabel("Who").fill("Jan Kowalski, jan@harbour.example");
  await owner.getByLabel("Role").selectOption({ label: "Director" });
  await owner.getByLabel("Where").selectOption({ label: "The whole organisation" });
  await owner.getByRole("button", { name: "Send invitations" }).click();
  await owner.getByText("Invitation sent").waitFor();
  await look(owner, "invitation");

  const mail = await place.mail.mail("jan@harbour.example");
  const link = mail.links.find((it) => it.includes("/invitation/"));
  assert.ok(link, mail.text);
  const jan = await chrome.page(360, "light", "pl");
  await jan.goto(link);
  await jan.getByRole("heading", { name: "Dołącz: Harbour Works" }).waitFor();
  await look(jan, "join");
  await jan.getByLabel("Wybierz hasło").fill("siedem szarych żurawi");
  await jan.getByRole("button", { name: "Dołącz" }).click();
  await jan.waitForURL(/\/home/);
  await look(jan, "joined");

  await owner.reload();
  await owner.getByText("Accepted").first().waitFor();

  const elsewhere = await chrome.page(1440, "dark");
  await elsewhere.goto(`${place.url}/invitations`);
  await elsewhere.waitForURL(/\/sign-in/);
  await elsewhere.getByLabel("E-mail or username").fill("jan@harbour.example");
  await elsewhere.getByLabel("Password").fill("not this one at all");
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await elsewhere.getByRole("alert").waitFor();
  await look(elsewhere, "sign-in-wrong", { expected: /422/ });
  await elsewhere.getByLabel("Password").fill("siedem szarych żurawi");
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await elsewhere.waitForURL(/\/invitations|\/home/);
});

test("the language is chosen before signing in, and kept", async () => {
  const page = await chrome.page(360);
  await page.goto(`${place.url}/sign-in`);
  await page.getByRole("link", { name: "Polski" }).click();
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  await page.goto(`${place.url}/sign-in`);
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "pl");
});
