//! Before tables change there is a copy of what was, and the last three copies stay.
use kernel::Migration;
use kernel::db::{Beside, Place};
use server::config::{Sources, load_with};
use server::folder::Folder;
use server::house::Site;

const STEPS: [Migration; 6] = {
    const fn step(number: i32, sql: &'static str) -> Migration {
        Migration { number, name: "step", sql }
    }
    [
        step(1, "create table a (id {id} primary key);"),
        step(2, "create table b (id {id} primary key);"),
        step(3, "create table c (id {id} primary key);"),
        step(4, "create table d (id {id} primary key);"),
        step(5, "create table e (id {id} primary key);"),
        step(6, "create table f (id {id} primary key);"),
    ]
};

fn open(folder: &Folder, steps: &[Migration]) -> anyhow::Result<()> {
    let sources = Sources { folder: folder.path().to_owned(), ..Sources::default() };
    let config = load_with(&sources, &|_| None)?;
    let site = Site::take(folder, &config, steps)?;
    site.open(&config, steps).map(drop)
}

fn copies(folder: &Folder) -> Vec<Vec<i32>> {
    let Ok(entries) = std::fs::read_dir(folder.before()) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let steps = |path| Beside::open(&Place::Sqlite(path)).unwrap().unwrap().steps().unwrap();
    paths.into_iter().map(steps).collect()
}

#[test]
fn the_last_three_copies_stay() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::new(temp.path().join("data"));
    for count in 1..=6 {
        open(&folder, &STEPS[..count]).unwrap();
        open(&folder, &STEPS[..count]).unwrap();
    }
    assert_eq!(copies(&folder), [vec![1, 2, 3], vec![1, 2, 3, 4], vec![1, 2, 3, 4, 5]]);
}

#[test]
fn a_database_of_a_newer_program_is_refused_untouched() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::new(temp.path().join("data"));
    open(&folder, &STEPS).unwrap();
    let error = open(&folder, &STEPS[..4]).unwrap_err().to_string();
    assert!(error.contains("used by a newer Gatepass (it has step 6)"), "{error}");
    assert!(copies(&folder).is_empty());
}
