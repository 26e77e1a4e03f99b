// The browser of the journeys, one per test file, and pages the size of a phone or a desk.
import { chromium } from "playwright-core";
import { watch } from "./look.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * { page(width, theme, lang, more), stop() }
 *
 * Every page is a person of its own: no cookie is shared. `more` goes to the browser's context as it is, with
 * `script: false` for a browser without JavaScript and `camera` for a film (.y4m) that stands in for the camera.
 */
export async function browser({ camera } = {}) {
  const args = [...FLAGS];
  if (camera) {
    args.push("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream");
    args.push(`--use-file-for-fake-video-capture=${camera}`);
  }
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const running = await chromium.launch({ executablePath, headless: true, args });
  const page = async (width = 1440, theme = "light", lang = "en", { script = true, ...more } = {}) => {
    const phone = width < 600;
    const context = await running.newContext({
      viewport: { width, height: phone ? 740 : 900 },
      colorScheme: theme,
      locale: lang,
      hasTouch: phone,
      isMobile: phone,
      javaScriptEnabled: script,
      reducedMotion: "reduce",
      timezoneId: "Europe/London",
      ...more,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await watch(page);
    return page;
  };
  return { page, stop: () => running.close() };
}

/** Signs in as somebody of the demo, by the link of their role. */
export async function enter(page, place, role) {
  await page.goto(place.links[role]);
  await page.locator("main button").first().click();
  await page.waitForURL(/\/(home|profile)/);
}

/**
 * The page in the other theme, with every colour there at once: what inherits a colour would start to change only when
 * its parent has, and be measured on the way.
 */
export async function dress(page, theme) {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition-property: none !important }");
    document.adoptedStyleSheets.push(still);
  });
  await page.emulateMedia({ colorScheme: theme });
}

/** One bar of signal on a cheap phone. */
export async function slow(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const link = { offline: false, latency: 400, downloadThroughput: 51_200, uploadThroughput: 51_200 };
  await session.send("Network.emulateNetworkConditions", link);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
