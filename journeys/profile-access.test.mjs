// Somebody of the office lets an employee see the own training profile, and takes it back (H-M1…H-M10, H-E1…H-E9).
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

const PASSWORD = "seven grey cranes";
const lever = (page) => page.getByRole("switch", { name: "Allow employee to view their profile" });

/** A window of somebody of the demo. */
async function somebody(role, width = 1440, theme = "light") {
  const page = await chrome.page(width, theme);
  await enter(page, place, role);
  return page;
}

/** Adds a person by the form, and resolves with the address of the record. */
async function add(page, { kind = "Employee", name, email }) {
  await page.goto(`${place.url}/people/new`);
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (email) await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByText("Person added").waitFor();
  return page.url().split("?")[0];
}

/** Opens somebody's record from the list. */
async function record(page, name) {
  await page.goto(`${place.url}/people?${new URLSearchParams({ search: name })}`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.locator("#inspector").getByRole("link", { name: "Open", exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  return page.url().split("?")[0];
}

/** The switch cannot be pressed and says why: in sight, as a tooltip and to who listens. */
async function barred(page, why) {
  assert.equal(await lever(page).isDisabled(), true);
  assert.match(await lever(page).getAttribute("title"), why);
  const about = await lever(page).getAttribute("aria-describedby");
  assert.match(await page.locator(`#${about}`).innerText(), why);
}

test("the switch says why it cannot be pressed (H-E7, H-E8, H-E9)", async () => {
  const page = await somebody("people-editor");
  await add(page, { name: "Nora Blake" });
  await barred(page, /An e-mail address is required for the employee/);
  await look(page, "access-no-email");
  await record(page, "Lukas Meier");
  await barred(page, /This person is a subcontractor/);
  await record(page, "Emil Karlsson");
  await barred(page, /This person is already a user/);
  await look(page, "access-user");
  const owner = await somebody("owner", 360, "dark");
  await record(owner, "Emil Karlsson");
  await barred(owner, /This person is already a user/);
  await look(owner, "access-user");
  await owner.getByRole("link", { name: "Go to accounts" }).click();
  await owner.waitForURL(/\/accounts/);
});

test("access is given while a person is added, as soon as it can be (H-M4, H-E1, H-E7, H-E8)", async () => {
  const page = await somebody("people-editor");
  await page.goto(`${place.url}/people/new`);
  await barred(page, /This person is a subcontractor/);
  await page.getByRole("radio", { name: "Employee" }).check();
  await barred(page, /An e-mail address is required for the employee/);
  await look(page, "access-new");
  await page.getByLabel("Name", { exact: true }).fill("Mira Holt");
  await page.getByLabel("E-mail").fill("elena@elm.example");
  await lever(page).check();
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByRole("alert").getByText("This address belongs to another account").waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Mira Holt");
  assert.equal(await lever(page).isChecked(), true);
  await look(page, "access-new-taken", { expected: /422/ });
  await page.getByLabel("E-mail").fill("mira.holt@harbour.example");
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByText("Person added, invitation sent").waitFor();
  assert.equal(await lever(page).getAttribute("aria-checked"), "true");
  await place.mail.mail("mira.holt@harbour.example");
});

test("an address that is taken is refused, in other words for an account than for a person (H-E1, H-E2)", async () => {
  const page = await somebody("people-editor");
  const address = await add(page, { name: "Ivo Taken", email: "elena@elm.example" });
  await lever(page).click();
  const alert = page.getByRole("alert");
  await alert.getByText("This address belongs to another account").waitFor();
  await look(page, "access-taken-account", { expected: /422/ });
  await alert.getByRole("link", { name: "Change the address" }).click();
  await page.waitForURL(`${address}/edit`);
  await page.getByLabel("E-mail").fill("lukas.meier@people.example");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").getByText("Another person here has this e-mail address").waitFor();
  await look(page, "access-taken-person", { expected: /422/ });
  await page.goto(address);
  assert.equal(await lever(page).getAttribute("aria-checked"), "false");
});

test("a person is let in to the own profile on a phone, and out again (H-M1, H-M3, H-M5, H-M6, H-M10)", async () => {
  const editor = await somebody("people-editor");
  const other = await record(editor, "Lukas Meier");
  const address = await add(editor, { name: "Nadia Farah", email: "nadia.farah@harbour.example" });
  await editor.getByText("Off. Switching it on sends an invitation").waitFor();
  await lever(editor).focus();
  await editor.keyboard.press("Space");
  await editor.getByText("Invitation sent").waitFor();
  assert.equal(await lever(editor).getAttribute("aria-checked"), "true");
  await editor.getByText(/^Invited on .* Not accepted yet/).waitFor();
  await look(editor, "access-invited");

  const mail = await place.mail.mail("nadia.farah@harbour.example");
  const link = mail.links.find((it) => it.includes("/invitation/"));
  assert.ok(link, mail.text);
  const nadia = await chrome.page(360);
  await nadia.goto(link);
  await look(nadia, "access-join");
  await nadia.getByLabel("Choose a password").fill(PASSWORD);
  await nadia.getByRole("button", { name: "Join" }).click();
  await nadia.waitForURL(/\/profile/);
  await nadia.getByRole("heading", { name: "Nadia Farah" }).waitFor();
  await nadia.getByRole("heading", { name: "Training records", exact: true }).waitFor();
  await look(nadia, "access-profile");
  assert.equal(await nadia.locator("main form, main input").count(), 0, "nothing can be amended");
  await nadia.getByRole("link", { name: "Download my training report" }).click();
  await nadia.getByRole("heading", { name: "Training report" }).waitFor();
  await look(nadia, "access-report");
  for (const closed of ["/people", other, `${address}/edit`, "/audit", "/settings"]) {
    const answer = await nadia.goto(new URL(closed, place.url).href);
    assert.ok([403, 404].includes(answer.status()), `${closed} answers ${answer.status()}`);
  }
  await look(nadia, "access-refused", { expected: /40[34]/ });

  await editor.goto(address);
  await editor.getByText(/^Accepted on /).waitFor();
  await look(editor, "access-accepted");
  await lever(editor).click();
  await editor.getByText("Access withdrawn").waitFor();
  await nadia.goto(`${place.url}/profile`);
  await nadia.waitForURL(/\/sign-in/);
  await nadia.getByLabel("E-mail or username").fill("nadia.farah@harbour.example");
  await nadia.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await nadia.getByRole("button", { name: "Sign in" }).click();
  await nadia.getByRole("alert").waitFor();
  await place.mail.mail((it) => it.to.includes("nadia.farah@harbour.example") && /Your profile/.test(it.subject));
});

test("users find their own profile in the menu at the top right (H-M9, H-M10)", async () => {
  for (const role of ["site-manager", "people-editor"]) {
    const page = await somebody(role);
    await page.getByRole("button", { name: /Your menu/ }).click();
    const menu = page.locator("#you");
    const name = await menu.locator("b").innerText();
    await menu.getByRole("link", { name: "My profile" }).click();
    await page.waitForURL(/\/profile/);
    await page.getByRole("heading", { name }).waitFor();
    await look(page, `own-profile-${role}`);
  }
});

test("a team manager sees the people of the team and no switch (H-E5)", async () => {
  const owner = await somebody("owner");
  const address = await add(owner, { name: "Tilda Berg", email: "tilda.berg@harbour.example" });
  await owner.goto(`${place.url}/people?search=tilda`);
  await owner.getByRole("checkbox", { name: "Select Tilda Berg" }).check();
  await owner.getByRole("button", { name: "Change", exact: true }).click();
  await owner.getByLabel("Team").selectOption({ label: "Quay team" });
  await owner.getByRole("button", { name: "Add to team" }).click();
  await owner.getByRole("status").filter({ hasText: "team" }).waitFor();
  const manager = await somebody("team-manager");
  const answer = await manager.goto(address);
  assert.equal(answer.status(), 200);
  await manager.getByRole("heading", { name: "Tilda Berg" }).waitFor();
  assert.equal(await lever(manager).count(), 0);
  await look(manager, "access-team-manager");
  await owner.goto(address);
  assert.equal(await lever(owner).count(), 1);
});

test("without the training register nobody has the switch (H-E6)", async () => {
  const owner = await somebody("owner");
  const address = await add(owner, { name: "Uwe Falk", email: "uwe.falk@harbour.example" });
  assert.equal(await lever(owner).count(), 1);
  await owner.goto(`${place.url}/settings`);
  await owner.getByRole("switch", { name: "People can see their own profile" }).click();
  await owner.getByRole("button", { name: "Save settings" }).click();
  await owner.getByText("Settings saved").waitFor();
  await owner.goto(address);
  await owner.getByRole("heading", { name: "Uwe Falk" }).waitFor();
  assert.equal(await lever(owner).count(), 0);
  await look(owner, "access-register-off");
});
