import re

cases = [
    (r"(a(b(c)))", "abc"),
    (r"(a)|(b)|(c)", "c"),
    (r"(?:(a)|b)*", "ab"),
    (r"((a)|(b))*", "aba"),
    (r"(a*)(a*)", "aaa"),
    (r"(a*?)(a*)", "aaa"),
    (r"(\w+)@(\w+)\.com", "me@here.com"),
    (r"(?P<q>['\"])(.*?)(?P=q)", "say 'hi' \"yo\""),
    (r"(\w)\1", "hello"),
    (r"(?i:A)b", "ab AB aB"),
    (r"(?i)straße", "STRAßE"),
    (r"a(?=b)", "ac ab"),
    (r"a(?!b)", "ab ac"),
    (r"(?<=\$)\d+", "cost $45 or 50"),
    (r"(?<!\$)\b\d+", "cost $45 or 50"),
    (r"(?<=ab|cd)x", "abx cdx"),
    (r"(<)?(\w+)(?(1)>|$)", "<tag>"),
    (r"(<)?(\w+)(?(1)>|$)", "tag"),
    (r"a{2,3}", "aaaa"),
    (r"a{,2}", "aaaa"),
    (r"a{2}", "aaaa"),
    (r"a{2,}?", "aaaa"),
    (r"x{a}", "x{a}"),
    (r"a++b", "aaab"),
    (r"(?>a+)b", "aaab"),
    (r"a*+a", "aaa"),
    (r"[^\s,]+", " a,b c"),
    (r"[\w.-]+", "a-b.c d"),
    (r"[]x]+", "x]x"),
    (r"[^]x]+", "x]abc"),
    (r"[a\-z]+", "a-z m"),
    (r"[\d\-]+", "12-34"),
    (r"\bfoo\b", "foo food foo"),
    (r"\Bo", "foo o"),
    (r"\A\w", "abc"),
    (r"(?x) a  b # comment", "ab"),
    (r"(?s).+", "a\nb"),
    (r"(?m)^b", "a\nb"),
    (r"\x41\u00e9\t", "Aé\t"),
    (r"\101", "A"),
    (r"(?#note)ab", "ab"),
    (r".", "\n"),
    (r"[\n]", "\n"),
    (r"\\", "a\\b"),
    (r"\/", "a/b"),
]
for pattern, text in cases:
    found = re.search(pattern, text)
    print(repr(pattern), repr(text), found, found and found.groups(), found and found.lastindex, re.findall(pattern, text))
text = """
(?P<number>  \\d+ )   # digits
\\s* (?P<unit> [a-z]+ )
"""
print(re.compile(text, re.X).match("12 kg").groupdict())
