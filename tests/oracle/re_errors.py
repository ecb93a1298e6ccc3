import re

patterns = ["(", ")", "[", "[z-a]", "*a", "a**", "a{3,2}", "(?P<a>x)(?P<a>y)", "(?P<1>x)", "(?P=x)", r"\1", r"(\1)", "(?<=a+)b", "(?z)", "a(?i)b", "\\", r"\q", r"[\q]", "(?P<", "(?P<>x)", "(?", "(?P", "(?Px)", "(?<x)", "(?#", "a\n(", "x{2}{3}", "(?(1)a)", "(?(x)a|b)", "(a)(?(1)b|c|d)", r"\x1", r"\u12", "[a", "(?-i)", "(?i-:x)", "[a-\\d]", "(?:a", "+", "a|*", "^*", "(*)", "(?L)a", "(?au)a"]
for pattern in patterns:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
for call in [lambda: re.compile(5), lambda: re.search("a", 5), lambda: re.search("a", b"a"), lambda: re.search("a", None), lambda: re.compile(re.compile("a"), re.I), lambda: re.match("(a)", "a").group(2), lambda: re.match("(a)", "a").group("x"), lambda: re.match("a", "a")[1], lambda: re.match("(a)", "a").start(5), lambda: re.compile("a", re.A | re.U)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(re.error("x"), Exception), re.error.__name__)
try:
    re.compile("a(b")
except Exception as e:
    print(type(e).__name__, e, e.pattern)
