import argparse

p = argparse.ArgumentParser(prog="demo", description="A program that shows how arguments are read.", epilog="That is all.")
p.add_argument("file", help="what is read")
p.add_argument("more", nargs="*", help="what else is read")
p.add_argument("-n", "--number", type=int, default=3, help="how often (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--flag", action="store_true", help="a flag")
p.add_argument("--no-cache", dest="cache", action="store_false")
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("-I", "--include", action="append", metavar="DIR")
p.add_argument("--pair", nargs=2, type=float)
p.add_argument("--opt", nargs="?", const="c", default="d")
for words in [["a"], ["a", "b", "c", "-n", "5"], ["-vv", "a", "--flag", "--no-cache"], ["a", "--mode=slow", "-Ix", "-I", "y"], ["--pair", "1", "2.5", "a"], ["a", "--opt"], ["a", "--opt", "x"], ["a", "--num", "7"], ["--", "-a"], ["a", "-n5"], ["a", "-vn", "2"], ["a", "-n", "-4"]]:
    print(words, p.parse_args(words))
print(p.parse_known_args(["a", "--zzz", "-q"]))
print(p.format_usage())
print(p.format_help())


class Loud(argparse.ArgumentParser):
    def error(self, message):
        print("error:", message)
        raise SystemExit(2)


r = Loud(prog="r")
r.add_argument("file")
r.add_argument("more", nargs="*")
r.add_argument("-n", "--number", type=int)
r.add_argument("--mode", choices=["fast", "slow"])
r.add_argument("--pair", nargs=2)
r.add_argument("--flag", action="store_true")
r.add_argument("--numeric", action="store_true")
for words in [[], ["a", "-n", "x"], ["a", "--mode", "mid"], ["a", "--zzz"], ["a", "-n"], ["a", "--pair", "1"], ["a", "--flag=1"], ["a", "--num", "1"]]:
    try:
        print(words, r.parse_args(words))
    except SystemExit as e:
        print(words, "exit", e.code)
q = argparse.ArgumentParser(prog="q", add_help=False)
g = q.add_mutually_exclusive_group()
g.add_argument("--a", action="store_true")
g.add_argument("--b")
q.add_argument("x", nargs="+", type=int)
q.add_argument("y")
q.set_defaults(z=5)
print(q.parse_args(["1", "2", "3"]), q.format_usage(), q.get_default("z"))
args = q.parse_args(["--b", "k", "1", "2"])
print(args.b, args.x, args.y, vars(args), "b" in args, argparse.Namespace(a=1) == argparse.Namespace(a=1))
