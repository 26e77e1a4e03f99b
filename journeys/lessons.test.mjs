// A course made by the office and taken on a phone: the line is cut twice, another device goes on, and it is done once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, enter } from "./lib/browser.mjs";
import { house } from "./lib/house.mjs";
import { look, troubles } from "./lib/look.mjs";

let place, chrome, photo;
before(async () => {
  place = await house();
  chrome = await browser();
  const page = await chrome.page(360);
  await page.goto(`${place.url}/sign-in`);
  photo = { name: "sign.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) };
});
after(async () => {
  await chrome?.stop();
  await place?.stop();
});

const path = (page) => new URL(page.url()).pathname;

/** Cuts the line of a page, or mends it. */
async function line(page, offline) {
  page.wire ??= await page.context().newCDPSession(page);
  await page.wire.send("Network.enable");
  const most = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await page.wire.send("Network.emulateNetworkConditions", { offline, ...most });
}

/** Adds a course with a page, a film and a quiz of one question, and publishes it. */
async function make(owner) {
  await owner.goto(`${place.url}/courses/new`);
  await owner.getByRole("textbox", { name: "Title", exact: true }).fill("Crane signals");
  await owner.getByRole("combobox", { name: /Valid for/ }).or(owner.locator("select[name=validity]")).first().selectOption("forever");
  await owner.getByRole("button", { name: "Add course" }).click();
  await owner.getByRole("link", { name: "Lessons" }).click();
  const lessons = owner.url();
  await look(owner, "lessons-none");

  await owner.getByRole("link", { name: "Add page" }).click();
  await owner.getByRole("textbox", { name: "Title" }).fill("Stop");
  await owner.getByRole("textbox", { name: "Text" }).fill("## One arm up\n\nEverybody may give **stop**.");
  await owner.locator("input[name=picture]").setInputFiles(photo);
  await owner.getByRole("textbox", { name: /What the picture shows/ }).fill("A raised arm");
  await look(owner, "lessons-form");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Lesson added").waitFor();
  await owner.getByRole("link", { name: "Preview" }).click();
  const drawn = await owner.locator(".words img").evaluate((it) => it.decode().then(() => it.naturalWidth));
  assert.ok(drawn > 100, "the picture is shown");
  await look(owner, "lessons-preview");

  await owner.goto(lessons);
  await owner.getByRole("link", { name: "Add film" }).click();
  await owner.getByRole("textbox", { name: "Title" }).fill("A film");
  await owner.locator("input[name=film]").setInputFiles({ name: "film.webm", mimeType: "video/webm", buffer: await film(owner) });
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Lesson added").waitFor();

  await owner.getByRole("link", { name: "Add quiz" }).click();
  await owner.getByRole("textbox", { name: "Title" }).fill("Signals");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByRole("link", { name: "One right answer" }).click();
  await owner.getByRole("textbox", { name: "Question" }).fill("Who may give stop?");
  await owner.getByRole("textbox", { name: "Answer 1" }).fill("Everybody");
  await owner.getByRole("checkbox", { name: "Answer 1 is right" }).check();
  await owner.getByRole("textbox", { name: "Answer 2" }).fill("The banksman only");
  await look(owner, "questions-form");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("Question added").waitFor();
  await look(owner, "quiz-form");

  // Order by keyboard alone.
  await owner.goto(lessons);
  await owner.getByRole("button", { name: "Move A film up" }).focus();
  await owner.keyboard.press("Enter");
  await owner.getByRole("button", { name: "Move A film down" }).waitFor();
  await owner.getByRole("button", { name: "Move A film down" }).focus();
  await owner.keyboard.press("Enter");
  await owner.getByRole("button", { name: "Move A film up" }).waitFor();
  await owner.getByRole("radio", { name: /No, what people did/ }).check();
  await look(owner, "lessons-list");
  await owner.getByRole("button", { name: "Publish" }).click();
  await owner.getByText("Version 1 was published").waitFor();
  await look(owner, "lessons-published");
}

/** Three seconds of a square that moves, made by the browser itself. */
async function film(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [160, 90];
    const pen = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: "video/webm" });
    const pieces = [];
    recorder.ondataavailable = (event) => pieces.push(event.data);
    const over = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    for (let at = 0; at < 45; at += 1) {
      pen.fillStyle = "#345";
      pen.fillRect(0, 0, 160, 90);
      pen.fillStyle = "#fd0";
      pen.fillRect(at * 3, 30, 30, 30);
      await new Promise((next) => setTimeout(next, 66));
    }
    recorder.stop();
    await over;
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** The fields of the form with the big button, sent as that button would. */
const press = (page, name) => page.locator("main").getByRole("button", { name, exact: true }).click();

test("a course taken with the line cut twice, on two devices, is done once", async () => {
  const owner = await chrome.page(1440);
  await enter(owner, place, "owner");
  await make(owner);

  const phone = await chrome.page(360);
  await enter(phone, place, "employee");
  await phone.goto(`${place.url}/training`);
  await look(phone, "training-to-take");
  await phone.getByRole("link", { name: "Crane signals" }).click();
  await look(phone, "course-start");
  await press(phone, "Begin");
  await phone.getByRole("heading", { name: "Stop", exact: true }).waitFor();
  await look(phone, "lesson-page");
  const first = path(phone);

  // The first cut: the step is kept and sent when the line is back.
  await line(phone, true);
  await press(phone, "Next");
  await phone.getByText("No connection").waitFor();
  await look(phone, "lesson-offline", { expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });
  assert.equal(path(phone), first);
  await line(phone, false);
  await phone.waitForURL((url) => url.pathname !== first);
  await phone.getByRole("heading", { name: "A film" }).waitFor();
  troubles(phone);

  // The film goes on where it stopped.
  const saved = phone.waitForResponse((answer) => answer.url().endsWith("/position") && answer.status() === 204);
  await phone.locator("video").evaluate(async (it) => {
    if (it.readyState < 1) await new Promise((ready) => it.addEventListener("loadedmetadata", ready));
    it.currentTime = 1.5;
  });
  await saved;
  await look(phone, "lesson-film");
  await phone.reload();
  await phone.waitForFunction(() => document.querySelector("video").currentTime >= 1);
  await press(phone, "Next");
  await phone.getByRole("heading", { name: "Signals" }).waitFor();
  await look(phone, "quiz-rules");
  await press(phone, "Start the quiz");
  await phone.getByText("Question 1 of 1").waitFor();
  await look(phone, "quiz-question");
  const html = await phone.content();
  assert.ok(!/is_right|correct/.test(html), "nothing says what is right");

  // The second cut, at the very end: another device answers meanwhile.
  await phone.getByRole("radio", { name: "Everybody" }).check();
  await line(phone, true);
  await press(phone, "Answer");
  await phone.getByText("No connection").waitFor();

  const desk = await chrome.page(1440, "dark");
  await enter(desk, place, "employee");
  await desk.goto(`${place.url}/training`);
  await desk.getByText("Step 3 of 3").waitFor();
  await desk.getByRole("link", { name: "Crane signals" }).click();
  await desk.getByRole("link", { name: "Continue" }).click();
  await desk.getByRole("radio", { name: "Everybody" }).check();
  await press(desk, "Answer");
  await desk.getByText("Passed", { exact: true }).waitFor();
  await look(desk, "quiz-passed");

  await line(phone, false);
  await phone.getByText("Passed", { exact: true }).waitFor();
  await phone.getByRole("link", { name: "All steps" }).click();
  await phone.getByText("Course done").waitFor();
  troubles(phone);
  await look(phone, "course-done");

  await owner.goto(`${place.url}/people?search=Emil+Karlsson`);
  const link = await owner.getByRole("link", { name: "Emil Karlsson" }).first().getAttribute("href");
  await owner.goto(`${place.url}/people/${link.match(/[0-9a-z]{26}/)[0]}/completions`);
  await owner.getByText("Courses taken here").waitFor();
  assert.equal(await owner.locator(".req b", { hasText: "Crane signals" }).count(), 1, "one completion");
  await look(owner, "attempts");
});

/** What is right in the quiz of the told site induction. */
const RIGHT = {
  "When do you sign in at the gate?": ["Every day"],
  "What do you wear from the gate on?": ["Helmet", "Boots", "High-visibility vest"],
  "You may go back for your tools when the alarm sounds.": ["False"],
  "Which sign shows the way to the assembly point?": ["A square green sign"],
  "A crane lifts a load over your path. What do you do?": ["Wait until it has passed"],
  "Whoever sees something unsafe may stop work.": ["True"],
};

/** Presses the big button until the page is another one: the house says how long that takes. */
async function patiently(page, name) {
  const here = path(page);
  for (let at = 0; at < 500 && path(page) === here; at += 1) await press(page, name);
  // Too early is answered with 422, which a console calls trouble.
  troubles(page);
}

test("without script a course is gone on with, too early is answered, and the quiz is passed", async () => {
  const phone = await chrome.page(360, "dark", "en", { script: false });
  await enter(phone, place, "operator");
  await phone.goto(`${place.url}/training`);
  await phone.getByRole("link", { name: "Site induction" }).first().click();
  await phone.getByRole("link", { name: "Continue" }).click();
  await phone.getByRole("heading", { name: "Alarm and assembly point" }).waitFor();
  await patiently(phone, "Next");
  await phone.getByRole("heading", { name: "Vehicles and lifting" }).waitFor();
  // The page takes ten seconds.
  await press(phone, "Next");
  await phone.getByText("this step is not over yet").first().waitFor();
  await look(phone, "lesson-too-early", { axe: false, expected: /422/ });
  await patiently(phone, "Next");
  await press(phone, "Start the quiz");
  for (let at = 1; at <= 4; at += 1) {
    await phone.getByText(`Question ${at} of 4`).waitFor();
    await look(phone, `quiz-dark-${at}`, { axe: false });
    const asked = await phone.locator(".asked").textContent();
    for (const name of RIGHT[asked]) {
      const one = { name, exact: true };
      await phone.getByRole("radio", one).or(phone.getByRole("checkbox", one)).check();
    }
    await press(phone, "Answer");
  }
  await phone.getByText("Passed", { exact: true }).waitFor();
  await phone.getByRole("link", { name: "All steps" }).click();
  await phone.getByText("Course done").waitFor();
});
