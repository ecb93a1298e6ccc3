"""Record the expected output of the oracle's scripts anew.

    python tests/oracle/record.py              every script here and every example
    python tests/oracle/record.py str_ np_     those whose name contains one of the words

Run it with a Python that has dask and NumPy. Each script is run twice, once with Dask's threads and once
with its synchronous scheduler; a script that fails, or whose two outputs differ, is reported and nothing
is written for it. See README.md for the header lines that scripts may carry.
"""

import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"
HEX = "[0-9a-f]"
MASKS = [
    (re.compile(rf"{HEX}{{8}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{12}}"), "<hash>"),
    (re.compile(rf"(?<!{HEX}){HEX}{{32}}(?!{HEX})"), "<hash>"),
    (re.compile(rf"0x{HEX}{{6,16}}"), "<address>"),
]


def masks(source):
    """Does the script's header ask for hashes and addresses to be masked?"""
    head = source.splitlines()[:5]
    return any(line.strip() == "# mask: hash" for line in head)


def masked(text):
    for pattern, word in MASKS:
        text = pattern.sub(word, text)
    return text


def run(script, scheduler):
    """The stdout of one run in the script's own folder; None, with a report, if it fails."""
    env = dict(os.environ, DASK_SCHEDULER=scheduler, PYTHONDONTWRITEBYTECODE="1", PYTHONUTF8="1")
    done = subprocess.run(
        [sys.executable, script.name],
        cwd=script.parent, env=env, capture_output=True, text=True, timeout=120,
    )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["(no message)"]
        print(f"FAILED {script.name}: {last[0]}")
        return None
    return masked(done.stdout) if masks(script.read_text("utf-8")) else done.stdout


def record(script):
    """Write the script's `.out`; true if it could be recorded."""
    first, second = run(script, "threads"), run(script, "sync")
    if first is None or second is None:
        return False
    if first != second:
        print(f"NOT DETERMINISTIC {script.name}")
        return False
    script.with_suffix(".out").write_text(first, "utf-8")
    return True


def scripts(words):
    found = sorted(p for p in HERE.glob("*_*.py") if not p.name.startswith("helper_")) + sorted(EXAMPLES.glob("*.py"))
    return [p for p in found if not words or any(w in p.name for w in words)]


def main(words):
    chosen = scripts(words)
    good = sum(record(script) for script in chosen)
    print(f"recorded {good} of {len(chosen)}")
    return 0 if chosen and good == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
