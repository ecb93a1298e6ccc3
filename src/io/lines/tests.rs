//! Lines of files as Dask reads them.

use super::*;

fn file(name: &str, bytes: &[u8]) -> String {
    let folder = std::env::temp_dir().join(format!("rdask-lines-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

fn options(ends: Option<&str>) -> Options {
    Options { encoding: Encoding::Utf8, errors: Errors::Strict, ends: Ends::of(ends) }
}

fn read(parts: &[Partition], options: &Options) -> Vec<Vec<String>> {
    let all = |part| {
        let mut lines = Lines::new(part, options);
        let mut made = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            made.push(line.to_owned());
        }
        made
    };
    parts.iter().map(all).collect()
}

#[test]
fn line_ends_are_those_of_text_mode() {
    let path = file("ends.txt", b"a\nbb\r\nc\rd\r\n\r\ne");
    let whole = by_files(&[path], Some("infer"), None).unwrap();
    assert_eq!(read(&whole, &options(None)), [["a\n", "bb\n", "c\n", "d\n", "\n", "e"]]);
    assert_eq!(read(&whole, &options(Some(""))), [["a\n", "bb\r\n", "c\r", "d\r\n", "\r\n", "e"]]);
    assert_eq!(read(&whole, &options(Some("\n"))), [["a\n", "bb\r\n", "c\rd\r\n", "\r\n", "e"]]);
    assert_eq!(read(&whole, &options(Some("\r\n"))), [["a\nbb\r\n", "c\rd\r\n", "\r\n", "e"]]);
    let path = file("split.txt", b"a--b----c--");
    let whole = by_files(std::slice::from_ref(&path), None, None).unwrap();
    assert_eq!(read(&whole, &options(Some("--"))), [["a--", "b--", "--", "c--", ""]]);
    let blocks = by_blocks(&[path], None, 100).unwrap();
    assert_eq!(read(&blocks, &options(Some("--"))), [["a--", "b--", "--", "c--"]]);
}

#[test]
fn blocks_are_cut_at_line_ends() {
    let text: String = (0..1000).map(|n| format!("line {n} é\n")).collect();
    let path = file("blocks.txt", text.as_bytes());
    for size in [1, 7, 100, 1000, 5000, 100_000] {
        let blocks = by_blocks(std::slice::from_ref(&path), Some("infer"), size).unwrap();
        let lines = read(&blocks, &options(None));
        assert_eq!(lines.concat().concat(), text, "{size}");
        assert!(lines.concat().iter().all(|line| line.ends_with('\n')));
    }
}

#[test]
fn long_lines_and_blocks_of_the_reader() {
    let text = format!("{}\r\n{}\n", "é".repeat(200_000), "x".repeat((1 << 17) - 1));
    let path = file("long.txt", text.as_bytes());
    let lines = read(&by_files(&[path], None, None).unwrap(), &options(None)).concat();
    assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [200_001, 1 << 17]);
}

#[test]
fn compressed_files_and_damaged_ones() {
    for (end, kind) in
        [("gz", Compression::Gzip), ("bz2", Compression::Bz2), ("xz", Compression::Xz), ("zst", Compression::Zstd)]
    {
        let path = file(&format!("packed.txt.{end}"), b"");
        let mut writer = LineWriter::create(&path, Compression::of_path(&path).unwrap(), Encoding::Utf8).unwrap();
        (0..5000).for_each(|n| writer.item(&format!("item {n}")).unwrap());
        writer.finish(true).unwrap();
        assert_eq!(Compression::of_path(&path).unwrap(), Some(kind));
        let parts = by_files(std::slice::from_ref(&path), Some("infer"), None).unwrap();
        assert_eq!(read(&parts, &options(None)).concat().len(), 5000);
        let bytes = std::fs::read(&path).unwrap();
        let cut = file(&format!("cut.txt.{end}"), &bytes[..bytes.len() / 2]);
        let parts = by_files(&[cut], Some("infer"), None).unwrap();
        let mut lines = Lines::new(&parts[0], &options(None));
        let fault = loop {
            match lines.next_line() {
                Ok(Some(_)) => {}
                Ok(None) => panic!("{end}: no error"),
                Err(fault) => break fault,
            }
        };
        let Fault::Content(raised) = fault else { panic!("{end}: {fault:?}") };
        assert_eq!(raised.class, ExcClass::EOFError, "{end}: {}", raised.message);
    }
}

#[test]
fn what_is_no_text_is_told_with_its_place() {
    let path = file("bad.txt", b"good\nfine\nb\xffd\n");
    let parts = by_files(std::slice::from_ref(&path), None, None).unwrap();
    let mut lines = Lines::new(&parts[0], &options(None));
    let Err(Fault::Content(raised)) = lines.next_line() else { panic!("no error") };
    assert_eq!(raised.message, "'utf-8' codec can't decode byte 0xff in position 11: invalid start byte");
    assert!(raised.help.unwrap().starts_with(&format!("{path}, line 3, byte 11,")));
    let lenient = Options { errors: Errors::Replace, ..options(None) };
    assert_eq!(read(&parts, &lenient), [["good\n", "fine\n", "b\u{fffd}d\n"]]);
}
