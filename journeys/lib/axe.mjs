// Whether everyone can use a page, as far as a program can tell.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails with each rule a page breaks and where it breaks it. */
export async function check(page) {
  // Run by the browser's own tools, so the page's security policy does not stop it.
  await page.evaluate(source);
  const run = (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const { violations } = await page.evaluate(run, TAGS);
  const said = violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}\n      ${node.html.slice(0, 200)}`);
    return `  ${id}: ${help} (${nodes.length})\n${places.join("\n")}`;
  });
  assert.equal(violations.length, 0, `${page.url()} breaks\n${said.join("\n")}`);
}
