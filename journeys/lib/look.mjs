// What a person would see at a glance: nothing sticks out, nothing is said to be broken.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { check } from "./axe.mjs";

const said = new WeakMap();

/** Collects what goes wrong on a page from now on. Every page of browser.mjs is watched. */
export async function watch(page) {
  const lines = [];
  said.set(page, lines);
  page.on("console", (line) => {
    if (line.type() === "error") lines.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => lines.push(`script: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** What went wrong since the last question. */
export function troubles(page) {
  return said.get(page)?.splice(0) ?? [];
}

/**
 * Looks at the page as it is: no sideways overflow, no console error, no policy violation, no axe violation.
 * `expected` takes out the lines it matches, such as the 404 a journey asked for. `axe: "colours"` asks only what
 * another theme of a page that was looked at can break. With SHOTS set to a folder a picture is left there under
 * `name`.
 */
export async function look(page, name, { expected, axe = true } = {}) {
  // As long as the page: a bar at its foot would stand before whatever happens to be under it.
  const window = page.viewportSize();
  const bars = await page.locator(".tabbar, .bulk:not([hidden]), .toast").count();
  const height = bars ? await page.evaluate(() => document.documentElement.scrollHeight) : 0;
  if (height > window.height) await page.setViewportSize({ ...window, height });
  try {
    await seen(page, name, expected, axe);
  } finally {
    if (height > window.height) await page.setViewportSize(window);
  }
}

async function seen(page, name, expected, axe) {
  await shot(page, name);
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const over = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > clientWidth + 1);
    const names = over.slice(0, 5).map((it) => `${it.localName}${it.className ? `.${it.className}` : ""}`);
    return `${scrollWidth} px wide in ${clientWidth}: ${names.join(", ")}`;
  });
  assert.equal(sideways, null, `${page.url()} sticks out sideways`);
  if (axe) await check(page, { only: axe });
  const lines = troubles(page).filter((line) => !expected?.test(line));
  assert.deepEqual(lines, [], `${page.url()} complains`);
}

/** Leaves a picture of the whole page in the folder SHOTS, if that is set. */
export async function shot(page, name) {
  if (!process.env.SHOTS || !name) return;
  await mkdir(process.env.SHOTS, { recursive: true });
  const { width } = page.viewportSize();
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const file = `${name}-${width}-${dark ? "dark" : "light"}.png`;
  await page.screenshot({ path: path.join(process.env.SHOTS, file), fullPage: true });
}
