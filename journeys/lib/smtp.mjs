// A mail server that keeps what it gets, and can be told to fail in the ways mail servers do.
import net from "node:net";

/**
 * Starts a sink on a free port of this machine.
 *
 * `fault` may be changed at any time and holds for the next message:
 *   null            takes the message
 *   "refuse"        answers 451 to MAIL: come back later
 *   "reject"        answers 550 to RCPT: never
 *   "hang"          never answers MAIL
 *   "drop"          closes the connection after the message, before saying that it has it
 *   { times, kind } the same for so many messages, then none
 */
export async function smtp() {
  const mails = [];
  const waiting = new Set();
  const sockets = new Set();
  const sink = { mails, fault: null, attempts: 0 };

  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A sender that goes away in the middle is one of the cases under test.
    socket.on("error", () => {});
    converse(socket, sink, (mail) => {
      mails.push(mail);
      for (const look of [...waiting]) look();
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  sink.port = server.address().port;

  /** The first mail that `wanted` accepts (a function, or the address it went to), now or soon. */
  sink.mail = (wanted, within = 10_000) => {
    const fits = typeof wanted === "function" ? wanted : (mail) => mail.to.includes(wanted);
    return new Promise((found, gone) => {
      const end = (how, what) => {
        clearTimeout(timer);
        waiting.delete(look);
        how(what);
      };
      const look = () => {
        const mail = mails.find(fits);
        if (mail) end(found, mail);
      };
      const subjects = () => mails.map((mail) => `${mail.to}: ${mail.subject}`).join("; ") || "none";
      const late = () => end(gone, new Error(`no such mail within ${within} ms; mails: ${subjects()}`));
      const timer = setTimeout(late, within);
      waiting.add(look);
      look();
    });
  };

  sink.stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(done));
  };
  return sink;
}

/** The kind of failure that holds for this message, if any. */
function fault(sink) {
  const { fault } = sink;
  if (!fault || typeof fault === "string") return fault;
  fault.times -= 1;
  if (fault.times <= 0) sink.fault = null;
  return fault.kind;
}

function converse(socket, sink, keep) {
  let unread = "";
  let letter = null;
  let failing = null;
  const say = (line) => socket.writable && socket.write(`${line}\r\n`);
  say("220 sink ready");
  socket.setEncoding("latin1");
  socket.on("data", (chunk) => {
    unread += chunk;
    for (;;) {
      const end = letter?.reading ? unread.indexOf("\r\n.\r\n") : unread.indexOf("\r\n");
      if (end < 0) return;
      const part = unread.slice(0, end);
      if (letter?.reading) {
        unread = unread.slice(end + 5);
        const taken = letter;
        letter = null;
        if (failing === "drop") return socket.destroy();
        keep(read(taken, part));
        say("250 kept");
      } else {
        unread = unread.slice(end + 2);
        command(part);
      }
    }
  });

  function command(line) {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "EHLO") return say("250-sink\r\n250-8BITMIME\r\n250 SIZE 26214400");
    if (verb === "HELO" || verb === "NOOP") return say("250 sink");
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    if (verb === "RSET") {
      letter = null;
      return say("250 forgotten");
    }
    if (verb === "MAIL") {
      sink.attempts += 1;
      failing = fault(sink);
      if (failing === "hang") return;
      if (failing === "refuse") return say("451 come back later");
      letter = { from: address, to: [], reading: false };
      return say("250 from whom");
    }
    if (verb === "RCPT" && letter) {
      if (failing === "reject") return say("550 nobody here has that name");
      letter.to.push(address);
      return say("250 to whom");
    }
    if (verb === "DATA" && letter?.to.length) {
      letter.reading = true;
      // The end mark may follow an empty message at once.
      unread = `\r\n${unread}`;
      return say("354 go on");
    }
    say(["RCPT", "DATA"].includes(verb) ? "503 not yet" : "502 not known");
  }
}

/** The message as a person would see it: headers, the text, the links in it. */
function read(letter, data) {
  const raw = data.slice(2).replace(/\r\n\.\./g, "\r\n.");
  const { headers, text } = opened(raw);
  const links = [...new Set(text.match(/https?:\/\/[^\s"'<>]+/g) ?? [])];
  return { from: letter.from, to: letter.to, subject: headers.subject ?? "", headers, text, links, raw };
}

/** A message or a part of one: its headers, and the text of every part in it. */
function opened(raw) {
  const [head, ...rest] = raw.split("\r\n\r\n");
  const headers = {};
  for (const line of head.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const at = line.indexOf(":");
    if (at > 0) headers[line.slice(0, at).toLowerCase()] = words(line.slice(at + 1).trim());
  }
  const body = rest.join("\r\n\r\n");
  const boundary = /boundary="?([^";]+)"?/i.exec(headers["content-type"] ?? "")?.[1];
  if (!boundary) return { headers, text: decoded(headers["content-transfer-encoding"] ?? "", body) };
  const inner = body.split(`--${boundary}`).slice(1, -1);
  const texts = inner.map((part) => opened(part.replace(/^\r\n/, "")).text);
  return { headers, text: texts.join("\n") };
}

function decoded(encoding, body) {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = /quoted-printable/i.test(encoding) ? unquoted(body) : body;
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function unquoted(text) {
  const byte = (_, hex) => String.fromCharCode(parseInt(hex, 16));
  return text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/gi, byte);
}

/** A header with encoded words in it. */
function words(header) {
  const word = (_, kind, text) => {
    const quoted = kind.toLowerCase() === "q";
    return decoded(quoted ? "quoted-printable" : "base64", quoted ? text.replace(/_/g, " ") : text);
  };
  return header.replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, word);
}
