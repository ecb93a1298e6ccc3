import re

print(re.I, re.IGNORECASE, re.M | re.S, re.I | re.M | re.X, re.A, repr(re.U))
print(re.I == 2, int(re.M), re.I & re.M == 0, bool(re.I & re.I), re.I | 8)
print(re.compile("a"), re.compile("a", re.I), re.compile("(?im)a"), re.compile("a", re.X | re.A))
print(re.compile("a").flags, re.compile("a", re.A).flags, re.compile("(?i)a").flags)
print(re.findall("é", "É é", re.I), re.findall(r"\w+", "é1 _x", re.A), re.findall(r"\w+", "é1 _x"))
print(re.findall(r"\d", "1٣"), re.findall(r"\d", "1٣", re.A))
print(re.findall(r"\s", "a\x1c\u2003b"), re.findall(r"\s", "a\x1c\u2003 b", re.A))
print(re.findall(r"\bé", "é é", re.A), re.findall(r"\bé", "é é"))
print(re.findall("(?i:a)b", "Ab AB ab"), re.findall("(?-i:a)b", "Ab AB ab aB", re.I))
print(re.findall("a.b", "a\nb acb", re.DOTALL))
print(re.findall("""a  # first
  b""", "ab", re.VERBOSE))
print(re.findall(r"[a-z]+", "AbC", re.I), re.findall("[^a]", "Aab", re.I))
print(re.findall(r"(\w)\1", "aA bb", re.I))
print(re.findall(r"\w+", "हिन्दी x² ½"), re.findall(r"\b\w+\b", "naïve café x²y"))
print(re.findall(r"[\w']+", "don't stop"), re.findall(r"\W", "a-b c"))
print(re.findall(r"[^\W\d_]+", "ab1_é2"))
