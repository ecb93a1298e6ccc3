"""Record what CPython prints for the expressions and programs of cases.txt: python record.py > recorded.json"""

import contextlib
import io
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent


def run(program):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program, "<case>", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def program(body):
    """The program of a case: what it raises is printed too."""
    lines = "\n".join("    " + line for line in body.split("\n"))
    return f"try:\n{lines}\nexcept BaseException as e:\n    print('!!', type(e).__name__, e)\n"


def main():
    sys.setrecursionlimit(1000)
    text = (HERE / "cases.txt").read_text()
    cases = []
    for block in text.split("\n\n"):
        block = block.strip("\n")
        if block.startswith("#"):
            block = block.partition("\n")[2]
        if block.startswith("program:"):
            cases.append(block.partition("\n")[2])
        else:
            cases.extend(f"print(repr({line}))" for line in block.split("\n") if line)
    json.dump([[program(case), run(program(case))] for case in cases], sys.stdout, indent=0, ensure_ascii=True)


main()
