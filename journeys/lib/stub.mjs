// Keeps the promises that house.mjs expects of the real program, so that the tools can be tested without it.
import http from "node:http";

const words = process.argv.slice(2);
const after = (name) => words[words.indexOf(name) + 1];
const page = (title, body) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<link rel="icon" href="data:,"><body><main><h1>${title}</h1>${body}</main></body></html>`;

const PAGES = {
  "/": page("Good", "<p>All is well.</p>"),
  "/wide": page("Wide", `<table><tr><td>${"x".repeat(4000)}</td></tr></table>`),
  "/mute": page("Mute", `<button></button>`),
  "/loud": page("Loud", "<script>console.error('told')</script>"),
};
const POLICY = "default-src 'self'; img-src data:; require-trusted-types-for 'script'";

const server = http.createServer((request, response) => {
  const found = PAGES[request.url];
  const kind = { "content-type": "text/html", "content-security-policy": POLICY };
  response.writeHead(found ? 200 : 404, kind).end(found ?? page("Not here", ""));
});

if (words.includes("--fail")) {
  process.stderr.write("no such setting\n");
  process.exitCode = 2;
} else {
  const [host, port] = after("--listen").split(":");
  server.listen(Number(port), host, () => {
    const url = `http://${host}:${server.address().port}`;
    if (words.includes("--mute")) return;
    if (words[0] === "demo") process.stdout.write(`${JSON.stringify({ url, links: { owner: `${url}/` } })}\n`);
    else process.stderr.write(`listening on ${url}\n`);
  });
}
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
