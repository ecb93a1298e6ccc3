//! The parser takes any text without a panic; what it accepts prints back to the same tree; every message can be
//! drawn. Run with `just fuzz parse`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rdask::diag::{Report, render};
use rdask::source::{FileId, Sources};
use rdask::syntax::{Scopes, dump, needs_more, parse, print};

fuzz_target!(|text: &str| {
    let sources = Sources::default();
    let file = sources.add("fuzz.rd", text);
    needs_more(text);
    match parse(text, file) {
        Ok(module) => {
            Scopes::of(&module);
            let printed = print(&module);
            let again = parse(&printed, FileId(0)).unwrap_or_else(|e| panic!("{}\n{printed}", e[0].message));
            assert_eq!(dump(&again), dump(&module), "{printed}");
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in &errors {
                render(&error.report(), &sources, false);
            }
        }
    }
});
