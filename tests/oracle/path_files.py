import os
import shutil
import tempfile
from pathlib import Path

root = Path(tempfile.mkdtemp())


def shown(paths):
    return sorted(str(p.relative_to(root)) for p in paths)


(root / "a" / "b").mkdir(parents=True)
(root / "a" / "b").mkdir(parents=True, exist_ok=True)
print((root / "a" / "one.txt").write_text("héllo\nworld\n"), (root / "a" / "two.csv").write_bytes(b"1,2\n"))
(root / "a" / "b" / "three.txt").touch()
print((root / "a" / "one.txt").read_text(), (root / "a" / "one.txt").read_bytes(), (root / "a" / "one.txt").stat().st_size)
print(shown((root / "a").iterdir()), shown(root.glob("*")), shown(root.glob("a/*.txt")), shown(root.rglob("*.txt")), shown(root.glob("**/*.txt")), shown(root.glob("**")), shown(root.rglob("*")), shown(root.glob("a/b/three.txt")), shown(root.glob("*/")))
p = root / "a" / "one.txt"
print(p.exists(), p.is_file(), p.is_dir(), p.parent.is_dir(), (root / "no").exists(), p.is_symlink())
with p.open() as f:
    print([line.rstrip() for line in f])
with p.open("a", encoding="utf-8") as f:
    f.write("more")
print(len(p.read_text().splitlines()), open(p).readline(), os.path.join(p, "x").endswith("one.txt/x"), os.fspath(p) == str(p))
q = p.rename(p.with_suffix(".md"))
print(q.name, p.exists(), q.exists())
q.unlink()
q.unlink(missing_ok=True)
print(q.exists(), p.resolve() == p.absolute(), Path.cwd() == Path(os.getcwd()), Path("x").absolute() == Path.cwd() / "x")
for call in [lambda: q.unlink(), lambda: q.read_text(), lambda: (root / "a").mkdir(), lambda: (root / "x" / "y").mkdir(), lambda: (root / "a").rmdir(), lambda: list(root.glob("")), lambda: p.write_text(5), lambda: q.stat(), lambda: (root / "a" / "two.csv").touch(exist_ok=False)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(root), "ROOT"))
for folder, names, files in os.walk(root):
    print(Path(folder).relative_to(root), sorted(names), sorted(files))
print((root / "a" / "two.csv").samefile(root / "a" / "b" / ".." / "two.csv"))
shutil.rmtree(root)
print(root.exists())
