//! What `--help` says.

const ALL: &str = "\
Gatepass keeps track of who may work on your sites.

  gatepass serve         serve the house
  gatepass demo          make a house with people in it and serve it
  gatepass migrate       bring the tables up to date
  gatepass backup        write everything into one file, also while serving
  gatepass restore       put everything back from that file
  gatepass doctor        check that all is well
  gatepass routes        print every address and who may call it
  gatepass audit verify  check that the log of changes is as it was written

  --data DIR     the folder with everything that is kept (data; for demo: demo)
  --config FILE  the configuration (DIR/gatepass.toml, which may be missing)

`gatepass VERB --help` says more about a verb.";

const SERVE: &str = "\
gatepass serve [--data DIR] [--config FILE] [--listen ADDRESS:PORT]

Serves the house until it is told to stop (SIGTERM or Ctrl-C): then it finishes what is under
way. A second time ends it at once. At the first start it makes the folder, the sealing key in
DIR/keys and the database, and prints a link with which the first organisation is made.

  --listen  where to listen (127.0.0.1:8080); port 0 takes a free one

The log goes to the error output: JSON, or text at a terminal.";

const DEMO: &str = "\
gatepass demo [--data DIR] [--config FILE] [--listen ADDRESS:PORT] [--people N] [--json]

Makes a house with an organisation and people in it, prints a sign-in link per role and serves it.

  --people  how many people (120)
  --json    print one line of JSON instead: {\"url\": …, \"links\": {role: link}}";

const MIGRATE: &str = "\
gatepass migrate [--data DIR] [--config FILE]

Brings the tables up to date and says what it did. `serve` does the same at its start. Before it
changes a SQLite database it keeps a copy in DIR/before; the last three stay.";

const BACKUP: &str = "\
gatepass backup --out FILE [--with-keys FILE2] [--data DIR] [--config FILE]

Writes the database and the uploaded files into one new file, also while the house serves. The
sealing key is not in it: whoever finds the file cannot open what is sealed. With --with-keys the
key goes into a second file. Keep that one somewhere else: without it, links and messages that
were sealed cannot be opened after a restore. It changes only when a new key is made.";

const RESTORE: &str = "\
gatepass restore --from FILE [--keys FILE2] [--data DIR] [--replace]

Puts everything back from a backup. The whole file is checked before anything is put in place. The
sealing key comes from FILE2, or from DIR/keys when it is there already.

  --replace  when DIR is in use already: move what is in it to DIR/replaced-TIME first";

const DOCTOR: &str = "\
gatepass doctor [--data DIR] [--config FILE]

Checks configuration, keys, folder, disk, database, jobs, clock and mail server. Prints a line for
each with ok, warn or bad and what to do; ends with 1 when something is bad.";

const ROUTES: &str = "\
gatepass routes [--json]

Prints every address of the product with the gate in front of it and the code behind it.";

const AUDIT: &str = "\
gatepass audit verify [--data DIR] [--config FILE]

Checks that no entry of the log of changes was altered or taken out since it was written.";

/// The help for a verb, or the overview.
pub fn text(verb: &str) -> &'static str {
    match verb {
        "serve" => SERVE,
        "demo" => DEMO,
        "migrate" => MIGRATE,
        "backup" => BACKUP,
        "restore" => RESTORE,
        "doctor" => DOCTOR,
        "routes" => ROUTES,
        "audit" | "audit verify" => AUDIT,
        _ => ALL,
    }
}
