//! A backup comes back as it was, or not at all.
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::rig::{Serving, folder, printed, run};
use server::backup::frame::Digesting;
use server::backup::manifest::Manifest;
use server::folder::Folder;
use server::restore::{Plan, restore};

/// A house with one thing and two files, and its backup with the keys beside it.
struct World {
    temp: tempfile::TempDir,
    data: PathBuf,
}

impl World {
    fn new() -> Self {
        let (temp, data) = folder();
        let house = Serving::start(&data);
        assert_eq!(house.post("/things", "a").status, 200);
        fs::create_dir_all(data.join("blobs/ab")).unwrap();
        fs::write(data.join("blobs/ab/abcd"), b"a photo").unwrap();
        fs::write(data.join("blobs/empty"), b"").unwrap();
        let world = Self { temp, data };
        // While the house serves.
        let output = world.run(&["backup", "--out", &world.at("b"), "--with-keys", &world.at("k")]);
        assert!(output.contains("the database (0 organisations) and 2 files"), "{output}");
        assert!(house.stop().success());
        world
    }

    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).display().to_string()
    }

    fn run(&self, words: &[&str]) -> String {
        printed(&run(words, &self.data))
    }

    fn restore(&self, words: &[&str]) -> String {
        let from = self.at("b");
        let all: Vec<&str> =
            ["restore", "--from", &from].into_iter().chain(words.iter().copied()).collect();
        printed(&run(&all, Path::new(&self.at("new"))))
    }

    /// The things in a restored house.
    fn things(&self) -> String {
        Serving::start(Path::new(&self.at("new"))).get("/things").body
    }
}

#[test]
fn what_was_backed_up_comes_back() {
    let world = World::new();
    let text = fs::read(world.at("b")).unwrap();
    let key = fs::read(world.data.join("keys/seal.key")).unwrap();
    let unpacked = zstd::decode_all(&text[..]).unwrap();
    assert!(!unpacked.windows(32).any(|it| it == key), "the key is not in the backup");
    assert_eq!(fs::metadata(world.at("b")).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(world.at("k")).unwrap().permissions().mode() & 0o777, 0o400);

    let said = world.restore(&["--keys", &world.at("k")]);
    assert!(said.contains("Restored") && said.contains("2 files"), "{said}");
    let new = Folder::new(world.at("new"));
    assert_eq!(fs::read(new.blobs().join("ab/abcd")).unwrap(), b"a photo");
    assert_eq!(fs::read(new.keys().join("seal.key")).unwrap(), key);
    assert!(!new.restoring().exists());
    assert_eq!(world.things(), "1");
    assert!(run(&["doctor"], new.path()).status.success());
}

#[test]
fn two_hundred_flipped_bits_are_each_refused() {
    let world = World::new();
    let good = fs::read(world.at("b")).unwrap();
    let (new, keys, bent) = (Folder::new(world.at("new")), world.at("k"), world.at("bent"));
    let random = kernel::Random::seeded(7);
    for _ in 0..200 {
        let mut bytes = good.clone();
        let roll = u64::from_le_bytes(random.bytes());
        let at = usize::try_from(roll / 8).unwrap() % bytes.len();
        bytes[at] ^= 1 << (roll % 8);
        fs::write(&bent, &bytes).unwrap();
        let plan = Plan {
            folder: &new,
            from: Path::new(&bent),
            keys: Some(Path::new(&keys)),
            replace: true,
        };
        let error = restore(&plan, &[]).unwrap_err();
        assert!(format!("{error:#}").contains("damaged"), "byte {at}: {error:#}");
        assert!(!new.path().join("gatepass.db").exists());
    }
    for length in [0, 1, 39, 40, good.len() / 2, good.len() - 1] {
        fs::write(&bent, &good[..length]).unwrap();
        let plan = Plan {
            folder: &new,
            from: Path::new(&bent),
            keys: Some(Path::new(&keys)),
            replace: true,
        };
        let error = format!("{:#}", restore(&plan, &[]).unwrap_err());
        assert!(error.contains("cut short"), "{length}: {error}");
    }
}

#[test]
fn the_right_key_or_none_at_all() {
    let world = World::new();
    let missing = world.restore(&[]);
    assert!(
        missing.contains("needs the sealing key") && missing.contains("--keys FILE"),
        "{missing}"
    );

    let (_temp, other) = folder();
    assert!(run(&["migrate"], &other).status.success());
    let (out, keys) = (world.at("other"), world.at("other-keys"));
    assert!(run(&["backup", "--out", &out, "--with-keys", &keys], &other).status.success());
    let wrong = world.restore(&["--keys", &keys]);
    assert!(wrong.contains("needs the sealing key") && wrong.contains("holds"), "{wrong}");
    assert!(!Path::new(&world.at("new/gatepass.db")).exists());
    assert!(!Path::new(&world.at("new/.restoring")).exists(), "nothing is left lying about");

    let text = fs::read_to_string(world.at("k")).unwrap();
    fs::write(world.at("bent"), text.replace("seal ", "seal 0").replacen("0\n", "\n", 1)).unwrap();
    fs::set_permissions(world.at("bent"), PermissionsExt::from_mode(0o600)).unwrap();
    assert!(world.restore(&["--keys", &world.at("bent")]).contains("damaged"));
    fs::set_permissions(world.at("k"), PermissionsExt::from_mode(0o644)).unwrap();
    assert!(world.restore(&["--keys", &world.at("k")]).contains("can be read by others"));
    fs::set_permissions(world.at("k"), PermissionsExt::from_mode(0o400)).unwrap();
    assert!(world.restore(&["--keys", &world.at("k")]).contains("Restored"));
}

#[test]
fn a_folder_in_use_is_refused_or_moved_aside() {
    let world = World::new();
    assert!(world.restore(&["--keys", &world.at("k")]).contains("Restored"));
    let again = world.restore(&["--keys", &world.at("k")]);
    assert!(again.contains("is in use: it holds blobs, gatepass.db"), "{again}");
    let house = Serving::start(Path::new(&world.at("new")));
    assert_eq!(house.post("/things", "b").status, 200);
    let busy = world.restore(&["--replace"]);
    assert!(busy.contains("another gatepass works in"), "{busy}");
    assert!(house.stop().success());
    let replaced = world.restore(&["--replace"]);
    assert!(
        replaced.contains("What was there before is in"),
        "the key that is there is the right one: {replaced}"
    );
    assert_eq!(world.things(), "1");
    let aside = fs::read_dir(world.at("new")).unwrap().map(|it| it.unwrap().path());
    let aside =
        aside.filter(|it| it.display().to_string().contains("replaced-")).collect::<Vec<_>>();
    assert!(
        aside.len() == 1
            && aside[0].join("gatepass.db").exists()
            && aside[0].join("blobs").exists()
    );
}

#[test]
fn an_interrupted_restore_opens_no_house() {
    let world = World::new();
    fs::create_dir_all(world.at("new/.restoring")).unwrap();
    let output = run(&["serve"], Path::new(&world.at("new")));
    assert!(printed(&output).contains("was interrupted"), "{}", printed(&output));
    assert!(world.restore(&["--keys", &world.at("k"), "--replace"]).contains("Restored"));
}

/// A file in an archive: name, kind, content.
type Packed<'p> = (&'p str, tar::EntryType, &'p [u8]);

/// Writes a backup by hand, with a digest that fits.
fn forge(file: &str, list: &Manifest, files: &[Packed<'_>]) {
    let out = Digesting::new(fs::File::create(file).unwrap());
    let mut archive = tar::Builder::new(zstd::Encoder::new(out, 1).unwrap());
    let text = serde_json::to_vec(list).unwrap();
    let all = [("manifest.json", tar::EntryType::Regular, text.as_slice())];
    for (name, kind, content) in all.iter().chain(files) {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_entry_type(*kind);
        // Names that the library would refuse to write.
        let raw = &mut header.as_gnu_mut().unwrap().name;
        raw[..name.len()].copy_from_slice(name.as_bytes());
        if *kind == tar::EntryType::Symlink {
            header.set_link_name("/etc").unwrap();
        }
        header.set_cksum();
        archive.append(&header, *content).unwrap();
    }
    drop(archive.into_inner().unwrap().finish().unwrap().finish().unwrap());
}

#[test]
fn an_archive_that_lies_is_refused() {
    use tar::EntryType::{Regular, Symlink};
    let world = World::new();
    let whole = zstd::decode_all(&fs::read(world.at("b")).unwrap()[..]).unwrap();
    let mut archive = tar::Archive::new(&whole[..]);
    let mut first = archive.entries().unwrap().next().unwrap().unwrap();
    let list: Manifest = serde_json::from_reader(&mut first).unwrap();
    let with = |path: &str, size: u64| {
        let mut list = list.clone();
        list.entries[1].path = path.to_owned();
        list.entries[1].size = size;
        list.entries.truncate(2);
        list.entries.swap(0, 1);
        list
    };
    let mut newer = list.clone();
    newer.schema.push(2_147_000_000);
    let cases: &[(Manifest, &[Packed<'_>], &str)] = &[
        (with("../x", 1), &[("../x", Regular, b"x")], "does not belong there"),
        (with("/tmp/x", 1), &[("/tmp/x", Regular, b"x")], "does not belong there"),
        (with("blobs/../../x", 1), &[("blobs/../../x", Regular, b"x")], "does not belong there"),
        (with("blobs/.hidden", 1), &[("blobs/.hidden", Regular, b"x")], "does not belong there"),
        (with("keys/seal.key", 1), &[("keys/seal.key", Regular, b"x")], "does not belong there"),
        (with("gatepass.db", 1), &[], "names a file twice"),
        (with("blobs/x", 1), &[("../x", Regular, b"x")], "does not hold what its list says"),
        (with("blobs/x", 0), &[("blobs/x", Symlink, b"")], "does not hold what its list says"),
        (with("blobs/x", 2), &[("blobs/x", Regular, b"x")], "does not hold what its list says"),
        (with("blobs/x", 1), &[("blobs/x", Regular, b"x")], "blobs/x in the backup is damaged"),
        (with("blobs/x", 1), &[], "blobs/x is missing"),
        (newer, &[], "from a newer Gatepass"),
    ];
    for (list, files, says) in cases {
        fs::remove_file(world.at("b")).unwrap();
        forge(&world.at("b"), list, files);
        let said = world.restore(&["--keys", &world.at("k")]);
        assert!(said.contains(says), "{says}: {said}");
        assert!(
            !Path::new(&world.at("new/gatepass.db")).exists()
                && !Path::new(&world.at("x")).exists()
        );
    }
}

#[test]
fn a_backup_never_takes_the_place_of_another() {
    let world = World::new();
    let before = fs::read(world.at("b")).unwrap();
    let said = world.run(&["backup", "--out", &world.at("b")]);
    assert!(said.contains("exists already"), "{said}");
    assert_eq!(fs::read(world.at("b")).unwrap(), before);
    let left: Vec<String> = fs::read_dir(world.temp.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|it| it.starts_with('.'))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn postgres_is_told_its_own_tools_without_the_password() {
    let (_temp, data) = folder();
    fs::create_dir(&data).unwrap();
    let text =
        "[database]\nurl = \"postgres://gate:hunter2@db.example/gatepass?connect_timeout=3\"\n";
    fs::write(data.join("gatepass.toml"), text).unwrap();
    let said = printed(&run(&["backup", "--out", "nowhere"], &data));
    assert!(
        said.contains(
            "pg_dump --format=custom --file=gatepass.dump 'postgres://gate@db.example/gatepass'"
        ),
        "{said}"
    );
    assert!(!said.contains("hunter2"));
}
