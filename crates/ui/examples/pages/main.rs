//! Writes the parts and a page of each shell into a folder, with everything they load, to be looked at and
//! tested: `cargo run -p ui --example pages -- <folder>`.

mod samples;

use std::{fs, io, path::Path};

use ui::assets;

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "shots".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for address in assets::all() {
        let asset = assets::find(address).expect("it was just listed");
        fs::write(folder.join(address.trim_start_matches('/')), asset.bytes)?;
    }
    for (name, page) in samples::all() {
        fs::write(folder.join(name), page)?;
    }
    Ok(())
}
