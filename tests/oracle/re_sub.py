import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1))
print(re.subn("a", "", "banana"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"))
print(re.sub(r"(?P<a>\w+)-(?P<b>\w+)", r"\g<b>:\g<a>:\g<0>", "x-y"))
print(re.sub(r"(\d)", r"\g<1>0", "a1b2"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"), re.sub("b*", "-", "abc"))
print(re.sub("x*?", "-", "axxb"), re.sub("x*?|b", "[]", "axb"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1 b22 c333"))
print(re.sub("(a)|(b)", lambda m: f"<{m.lastindex}>", "abc"))
print(re.sub("(a)|(b)", r"[\1\2]", "abc"))
print(re.sub("a", r"\n\t\\", "a"), repr(re.sub("a", r"\n\t\\", "a")))
print(re.sub("a", "\\\\", "a"), re.sub(".", r"\.", "a") if False else "")
print(re.sub("(?i)HELLO", "bye", "Hello hello"))
print(re.sub(r"^", "> ", "a\nb", flags=re.M))
print(re.sub("é", "e", "café é"))
print(re.sub("no", "x", "abc") == "abc")
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words."))
print(re.split(r"\W+", "Words, words, words.", 1), re.split(r"\W+", "a b c", maxsplit=1))
print(re.split("[a-f]+", "0a3B9", flags=re.I))
print(re.split(r"\b", "Words, words"), re.split(r"(\W*)", "...words..."), re.split("x*", "axbc"))
print(re.split("(a)|b", "1a2b3"))
p = re.compile(r"(\w)(\w)?")
print(p.sub(r"<\2\1>", "abc"), p.subn("", "abc"), p.split("a-bc"))
for template in [r"\5", r"\g<x>", r"\g<", r"\g<>", r"\q", "\\", r"\g<1", r"\g<-1>", r"\gx"]:
    try:
        print(re.sub("(a)", template, "a"))
    except Exception as e:
        print(type(e).__name__, e)
for bad in [lambda m: 1, 5, None, b"x"]:
    try:
        print(re.sub("a", bad, "a"))
    except Exception as e:
        print(type(e).__name__, e)
