// One's own affairs on a phone: the tabs, the language, the colours, the way out; and all of it without script.
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

const theme = (page) => page.locator("html").getAttribute("data-theme");

test("an employee gets around by the tabs at the thumb", async () => {
  const page = await chrome.page(360);
  await enter(page, place, "employee");
  await look(page, "phone-home");
  const tabs = page.getByRole("navigation", { name: "Main" });
  for (const [name, path] of [["Profile", "/profile"], ["Notices", "/notices"], ["Account", "/account"], ["Home", "/home"]]) {
    await tabs.getByRole("link", { name }).click();
    await page.waitForURL((url) => url.pathname === path);
    assert.equal(await tabs.getByRole("link", { name }).getAttribute("aria-current"), "page");
    const small = await tabs.getByRole("link").evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().height < 44).length);
    assert.equal(small, 0, "a thumb hits every tab");
    await look(page, `phone-${name.toLowerCase()}`);
  }
  const office = await page.goto(`${place.url}/people`);
  assert.equal(office.status(), 403);
  await look(page, "phone-refused", { expected: /403/ });
});

test("the language and the colours that were chosen are kept", async () => {
  const page = await chrome.page(360);
  await enter(page, place, "employee");
  await page.goto(`${place.url}/account`);
  await page.getByRole("main").getByRole("button", { name: "Polski" }).click();
  await page.locator("html[lang=pl]").waitFor();
  await page.goto(`${place.url}/home`);
  assert.equal(await page.locator("html").getAttribute("lang"), "pl");
  await look(page, "phone-home-pl");
  await page.locator(".me").click();
  await page.locator("#you [name=theme][value=dark]").click();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.goto(`${place.url}/profile`);
  assert.equal(await theme(page), "dark");
  await look(page, "phone-profile-dark-pl");
  await page.goto(`${place.url}/account`);
  await look(page, "phone-account-dark-pl");
  await page.getByRole("main").getByRole("button", { name: "Wyloguj się", exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  await look(page, "phone-signed-out");
  assert.equal(await theme(page), "dark", "the colours belong to the browser");
  await page.goto(`${place.url}/home`);
  await page.waitForURL(/\/sign-in/);

  const elsewhere = await chrome.page(360);
  await enter(elsewhere, place, "employee");
  assert.equal(await elsewhere.locator("html").getAttribute("lang"), "pl", "the language belongs to the person");
});

test("without script somebody joins by mail, signs out and in, and changes the password", async () => {
  const owner = await chrome.page(1440, "light", "en", { script: false });
  await enter(owner, place, "owner");
  await owner.goto(`${place.url}/people/new`);
  await owner.getByRole("radio", { name: "Employee" }).check();
  await owner.getByLabel("Name", { exact: true }).fill("Olga Nilsson");
  await owner.getByLabel("E-mail").fill("olga.nilsson@harbour.example");
  await owner.getByRole("button", { name: "Add person" }).click();
  await owner.getByRole("switch").click();
  await owner.getByText("Invitation sent").waitFor();

  const mail = await place.mail.mail("olga.nilsson@harbour.example");
  const olga = await chrome.page(360, "light", "en", { script: false });
  await olga.goto(mail.links.find((it) => it.includes("/invitation/")));
  await olga.getByLabel("Choose a password").fill("seven grey cranes");
  await olga.getByRole("button", { name: "Join" }).click();
  await olga.waitForURL(/\/profile/);
  await olga.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Account" }).click();
  await olga.getByRole("link", { name: "Change password" }).click();
  await olga.getByLabel("Current password").fill("not this one at all");
  await olga.getByLabel("Choose a password").fill("eight white herons");
  await olga.getByRole("button", { name: "Save" }).click();
  await olga.locator(".errors, [role=alert]").first().waitFor();
  await look(olga, "no-script-wrong", { axe: false, expected: /422/ });
  await olga.getByLabel("Current password").fill("seven grey cranes");
  await olga.getByLabel("Choose a password").fill("eight white herons");
  await olga.getByRole("button", { name: "Save" }).click();
  await olga.waitForURL(/\/account/);
  await olga.goto(`${place.url}/account`);
  await olga.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
  await olga.waitForURL(/\/sign-in/);
  await look(olga, "no-script-sign-in", { axe: false });
  await olga.getByLabel("E-mail or username").fill("olga.nilsson@harbour.example");
  await olga.getByLabel("Password", { exact: true }).fill("eight white herons");
  await olga.getByRole("button", { name: "Sign in" }).click();
  await olga.waitForURL(/\/(home|profile)/);
  await olga.goto(`${place.url}/profile`);
  await olga.getByRole("heading", { name: "Olga Nilsson" }).waitFor();
  await look(olga, "no-script-profile", { axe: false });
});
