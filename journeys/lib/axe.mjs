// Whether everyone can use a page, as far as a program can tell.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that another theme of the same page can break: it has other colours and nothing else. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Has every document of this page bring the rules along, for a page that will check many. */
export async function carry(page) {
  await page.addInitScript({ content: source });
}

/** Fails with each rule a page breaks and where it breaks it. `only: "colours"` asks what a theme can break. */
export async function check(page, { only } = {}) {
  // Run by the browser's own tools, so the page's security policy does not stop it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
  const run = (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] });
  const { violations } = await page.evaluate(run, only === "colours" ? { type: "rule", values: COLOURS } : TAGS);
  const said = violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}\n      ${node.html.slice(0, 200)}`);
    return `  ${id}: ${help} (${nodes.length})\n${places.join("\n")}`;
  });
  assert.equal(violations.length, 0, `${page.url()} breaks\n${said.join("\n")}`);
}
