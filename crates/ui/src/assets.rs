//! The files the browser gets: styles, scripts, icons, fonts. They are part of the binary.

struct File {
    name: &'static str,
    url: &'static str,
    bytes: &'static [u8],
    brotli: Option<&'static [u8]>,
}

mod built {
    use super::File;
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}

/// A file as the browser asks for it. Its name changes with its content, so it may be kept for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The same file, compressed; absent where that does not pay (fonts).
    pub brotli: Option<&'static [u8]>,
    pub content_type: &'static str,
}

/// The file behind an address such as `/assets/app.1f2e3d4c5b.css`; the `/assets/` may be left out.
pub fn find(path: &str) -> Option<Asset> {
    let name = path.strip_prefix("/assets/").unwrap_or(path);
    let file = built::FILES.iter().find(|it| it.url.strip_prefix("/assets/") == Some(name))?;
    Some(Asset { bytes: file.bytes, brotli: file.brotli, content_type: content_type(file.name) })
}

/// The address of a file by its plain name: `url("app.css")` is `/assets/app.1f2e3d4c5b.css`.
///
/// # Panics
/// When there is no such file, which only a mistake in our own code can cause.
pub fn url(name: &str) -> &'static str {
    match built::FILES.iter().find(|it| it.name == name) {
        Some(file) => file.url,
        None => panic!("there is no asset {name}"),
    }
}

/// Every address, for the offline cache and for tests.
pub fn all() -> impl Iterator<Item = &'static str> {
    built::FILES.iter().map(|it| it.url)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_found_again() {
        for address in all() {
            assert!(find(address).is_some_and(|it| !it.bytes.is_empty()), "{address}");
        }
        assert!(
            find("/assets/app.css").is_none(),
            "only the name with the content's mark is served"
        );
    }

    #[test]
    fn styles_and_scripts_come_compressed_and_typed() {
        let style = find(url("app.css")).expect("it was just named");
        assert!(style.brotli.is_some_and(|it| it.len() < style.bytes.len()));
        assert_eq!(style.content_type, "text/css; charset=utf-8");
        assert_eq!(
            find(url("app.js")).map(|it| it.content_type),
            Some("text/javascript; charset=utf-8")
        );
    }
}
