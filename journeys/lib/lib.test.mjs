// The tools of the journeys, tried on a stub.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import net from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browser, dress, slow } from "./browser.mjs";
import { house } from "./house.mjs";
import { look, troubles } from "./look.mjs";
import { smtp } from "./smtp.mjs";

const stub = fileURLToPath(new URL("stub.mjs", import.meta.url));
const program = [process.execPath, stub];

test("a demo house says where it is and who may sign in, and leaves nothing behind", async () => {
  const home = await house({ program, mail: true, config: 'name = "Stub"' });
  assert.match(home.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(home.links.owner, `${home.url}/`);
  const settings = await readFile(`${home.folder}/gatepass.toml`, "utf8");
  assert.match(settings, new RegExp(`name = "Stub"[^]*port = ${home.mail.port}`));
  assert.equal((await fetch(home.url)).status, 200);
  await home.stop();
  assert.equal(existsSync(home.folder), false);
  await assert.rejects(fetch(home.url));
});

test("a house that was killed starts again at the same address", async () => {
  const home = await house({ program, demo: false });
  const { url } = home;
  await home.kill();
  await assert.rejects(fetch(url));
  await home.start();
  assert.equal(home.url, url);
  assert.equal((await fetch(url)).status, 200);
  await home.stop();
});

test("a house that does not start says why", async () => {
  await assert.rejects(house({ program: [...program, "--fail"] }), /ended with 2[^]*no such setting/);
  await assert.rejects(house({ program: [...program, "--mute"], within: 1000 }), /not ready within 1000 ms/);
});

test("looking at a page", async (t) => {
  let home;
  let window;
  before(async () => {
    home = await house({ program, demo: false });
    window = await browser();
  });
  after(async () => {
    await window?.stop();
    await home?.stop();
  });
  for (const [width, theme] of [[360, "dark"], [1440, "light"]]) {
    await t.test(`finds nothing wrong with a good page, ${width} px ${theme}`, async () => {
      const page = await window.page(width, theme, "pl");
      await page.goto(home.url);
      await look(page, "good");
      assert.equal(await page.evaluate(() => navigator.language), "pl");
      assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), theme === "dark");
    });
  }
  for (const [address, why] of [
    ["/wide", /sticks out sideways/],
    ["/mute", /button-name/],
    ["/loud", /Content Security Policy|policy: script-src/],
    ["/missing", /404/],
  ]) {
    await t.test(`complains about ${address}`, async () => {
      const page = await window.page();
      await page.goto(home.url + address);
      await assert.rejects(look(page), why);
      assert.deepEqual(troubles(page).filter((line) => !why.test(line) && !/script-src/.test(line)), []);
    });
  }
  await t.test("finds what only the other theme breaks", async () => {
    const page = await window.page();
    await page.goto(home.url);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":root { color-scheme: light dark; background: light-dark(#fff, #000) } body * { color: light-dark(#000, #222) !important }");
      document.adoptedStyleSheets = [sheet];
    });
    await look(page, null, { axe: "colours" });
    await dress(page, "dark");
    await assert.rejects(look(page, null, { axe: "colours" }), /color-contrast/);
  });
  await t.test("lets a journey expect what it asked for", async () => {
    const page = await window.page();
    await page.goto(`${home.url}/missing`);
    await look(page, null, { expected: /404/ });
  });
  await t.test("works without script and on a slow link", async () => {
    const page = await window.page(360, "light", "en", { script: false });
    await slow(page);
    await page.goto(home.url);
    await look(page, null, { axe: false });
  });
});

/** Says the lines one by one, each after the answer to the one before; resolves with the answers. */
function say(port, lines) {
  return new Promise((done) => {
    const answers = [];
    const socket = net.connect(port, "127.0.0.1");
    const rest = [...lines];
    socket.setEncoding("utf8");
    socket.on("error", () => {});
    socket.on("close", () => done(answers));
    socket.on("data", (chunk) => {
      answers.push(Number(chunk.slice(0, 3)));
      if (rest.length) socket.write(`${rest.shift()}\r\n`);
    });
  });
}

const MESSAGE = [
  "Subject: =?utf-8?q?Zg=C5=82oszenie?= =?utf-8?b?IHByenlqxJl0ZQ==?=",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Sign in: http://127.0.0.1/s=",
  "ign-in/abc?t=3D1",
  "..",
  "--b--",
  ".",
].join("\r\n");
const TALK = ["EHLO me", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA", MESSAGE, "QUIT"];

test("the mail sink keeps a message as a person would read it", async () => {
  const sink = await smtp();
  const soon = sink.mail("b@example.org");
  assert.deepEqual(await say(sink.port, TALK), [220, 250, 250, 250, 354, 250, 221]);
  const mail = await soon;
  assert.equal(mail.from, "a@example.org");
  assert.equal(mail.subject, "Zgłoszenie przyjęte");
  assert.deepEqual(mail.links, ["http://127.0.0.1/sign-in/abc?t=1"]);
  assert.match(mail.text, /^\.$/m);
  await assert.rejects(sink.mail("nobody@example.org", 50), /no such mail within 50 ms; mails: b@example.org/);
  await sink.stop();
});

test("the mail sink fails as it is told", async () => {
  const sink = await smtp();
  sink.fault = { kind: "refuse", times: 1 };
  assert.deepEqual((await say(sink.port, [...TALK.slice(0, 2), "QUIT"])).slice(2), [451, 221]);
  assert.equal(sink.fault, null);
  sink.fault = "reject";
  assert.deepEqual((await say(sink.port, [...TALK.slice(0, 3), "QUIT"])).slice(3), [550, 221]);
  sink.fault = "drop";
  assert.deepEqual(await say(sink.port, TALK), [220, 250, 250, 250, 354]);
  sink.fault = "hang";
  const hanging = say(sink.port, TALK);
  while (sink.attempts < 4) await new Promise(setImmediate);
  await sink.stop();
  assert.deepEqual(await hanging, [220, 250]);
  assert.deepEqual(sink.mails, []);
});
