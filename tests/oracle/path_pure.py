from pathlib import Path, PurePath, PurePosixPath

p = Path("/usr/local/lib/file.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, repr(p.drive))
print([str(x) for x in p.parents], p.parents[1], len(p.parents))
print(Path("a") / "b" / "../c", Path("a", "b", "/c", "d"), Path(), Path("a//b/./c/"), Path("./x"), Path(""), Path("/"), Path("//a"), Path("///a"))
print("x" / Path("y"), Path("a") / Path("b"), Path("a").joinpath("b", "c"), Path("a") / "/b")
print(p.with_name("x.txt"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("new"), Path("a").with_suffix(".b"), Path("a.b/c").with_suffix(".d"))
print(p.relative_to("/usr"), p.is_relative_to("/usr/local"), p.is_relative_to("/x"), p.is_absolute(), Path("a").is_absolute())
print(Path("a/b") == Path("a") / "b", Path("a") == "a", Path("a") < Path("b"), sorted([Path("b"), Path("a/c"), Path("a")]), hash(Path("a")) == hash(Path("./a")))
print(p.match("*.gz"), p.match("lib/*"), p.match("/usr/*/*/*"), p.match("x"), p.as_posix(), Path("/a b").as_uri())
for name in [".bashrc", "a.", "a..b", "..", ".", "a.b.c", "no", "/", "x/.y.z", "a/b."]:
    q = PurePath(name)
    print(repr(name), repr(q.name), repr(q.stem), repr(q.suffix), q.suffixes, str(q.parent))
print(repr(PurePosixPath("a/b")), f"{p}", "%s" % Path("q"), str(Path("a") / "b") + "!", {Path("a"): 1}[Path("a")])
print(isinstance(p, Path), isinstance(p, PurePath), Path("a/b").parts[-1], Path("../a/..").parts)
for call in [lambda: Path("/").with_name("a"), lambda: Path("a").with_suffix("b"), lambda: Path("a").relative_to("b"), lambda: Path("a").with_name("b/c"), lambda: Path(5), lambda: Path("a").match(""), lambda: Path("a").as_uri()]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
