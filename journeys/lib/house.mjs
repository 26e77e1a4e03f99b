// Starts the real program with a house of its own, and ends it with everything in it.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { smtp } from "./smtp.mjs";

const READY = /listening on (https?:\/\/\S+)/;

/**
 * A running house for one test file:
 *   { url, links, mail, log(), stop(), kill(), start() }
 *
 * `demo` (the default) has people and things in it, and `links` signs each of them in; without it the house is
 * empty. `people` is how many people a demo has. `config` is added to the configuration file. With `mail` there is
 * an SMTP sink (see smtp.mjs).
 * `program` stands in for the real one in the tests of this file.
 */
export async function house({ demo = true, people, mail = false, config = "", ...more } = {}) {
  const { data, program, env = {}, within = 30_000 } = more;
  const folder = data ?? (await mkdtemp(path.join(tmpdir(), "gatepass-journey-")));
  const sink = mail ? await smtp() : null;
  const settings = path.join(folder, "gatepass.toml");
  const post = sink
    ? `[smtp]\nhost = "127.0.0.1"\nport = ${sink.port}\ntls = "none"\nfrom = "gatepass@example.org"\n`
    : "";
  await writeFile(settings, `${config}\n${post}`);

  const [binary, ...first] = program ?? [process.env.GATEPASS_BIN ?? missing()];
  const mode = demo ? ["demo", "--json"] : ["serve"];
  if (demo && people) mode.push("--people", String(people));
  const words = (listen) => [...first, ...mode, "--data", folder, "--config", settings, "--listen", listen];
  const it = { folder, mail: sink, url: null, links: {} };
  let running = null;

  /** Starts the program; once more after `kill`, on the same data and at the same address. */
  it.start = async () => {
    const listen = it.url ? new URL(it.url).host : "127.0.0.1:0";
    running = await launch(binary, words(listen), { ...process.env, ...env }, demo, within);
    it.url = running.url;
    it.links = { ...it.links, ...running.links };
  };
  it.log = () => running?.log() ?? "";
  /** Ends it as a power cut would. */
  it.kill = () => running?.end("SIGKILL");
  /** Ends it as a person would, and fails if it does not go. */
  it.stop = async () => {
    await running?.end("SIGTERM");
    await sink?.stop();
    if (!data) await rm(folder, { recursive: true, force: true });
  };
  try {
    await it.start();
  } catch (error) {
    await it.stop();
    throw error;
  }
  return it;
}

function missing() {
  throw new Error("GATEPASS_BIN is not set: run the journeys with `cargo xtask journeys`");
}

/** Resolves when the program says where it listens. */
function launch(binary, words, env, demo, within) {
  return new Promise((ready, failed) => {
    const child = spawn(binary, words, { env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    let out = "";
    const gone = new Promise((done) => child.once("close", done));
    // A test that throws must not leave a server behind.
    const last = () => child.kill("SIGKILL");
    process.once("exit", last);
    gone.then(() => process.removeListener("exit", last));

    const end = async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return gone;
      child.kill(signal);
      const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(timer);
      if (signal === "SIGTERM" && child.signalCode === "SIGKILL") {
        throw new Error(`the house did not stop within 10 s\n${log}`);
      }
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      failed(new Error(`the house was not ready within ${within} ms\n${log}`));
    }, within);
    const look = () => {
      const told = demo ? firstObject(out) : log.match(READY) && { url: log.match(READY)[1] };
      if (!told) return;
      clearTimeout(timer);
      ready({ url: told.url.replace(/\/$/, ""), links: told.links ?? {}, end, log: () => log });
    };
    child.stdout.on("data", (chunk) => {
      out += chunk;
      log += chunk;
      look();
    });
    child.stderr.on("data", (chunk) => {
      log += chunk;
      look();
    });
    child.once("error", failed);
    child.once("close", (code) => {
      clearTimeout(timer);
      failed(new Error(`the house ended with ${code} before it was ready\n${log}`));
    });
  });
}

/** The object on the first line, once that line is complete. */
function firstObject(out) {
  const end = out.indexOf("\n");
  return end < 0 ? null : JSON.parse(out.slice(0, end));
}
