# What people type here; `.ci/run` is the whole gate.

# Run everything the gate runs.
ci:
    .ci/run

# All tests.
test *args:
    cargo test {{args}}

# Formatting and lints.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Review changed snapshots: accept them all after reading the diff.
snapshots:
    INSTA_UPDATE=always cargo test

# Record the expected output of tests/oracle and examples/ anew with CPython and dask.
record python="python3":
    {{python}} tests/oracle/record.py

# Measure against the peers; writes benches/README.md.
bench python="python3":
    cargo build --release
    {{python}} benches/run.py --rdask "${CARGO_TARGET_DIR:-target}/release/rdask" --write

# Fuzz a target (parse, run) for a number of seconds.
fuzz target seconds="600":
    fuzz/start {{target}} {{seconds}}

# Build the book.
book:
    mdbook build book
