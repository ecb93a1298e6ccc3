# Random patterns on random texts: every result is compared.
import re

state = 12345


def rand(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n


def atom(depth):
    k = rand(14)
    if k < 5:
        return "abc"[rand(3)]
    if k == 5:
        return "."
    if k == 6:
        return ["[ab]", "[^a]", r"\w", r"\d", r"[a-c1]", r"\s"][rand(6)]
    if k == 7:
        return ["^", "$", r"\b", r"\B"][rand(4)]
    if depth > 2:
        return "a"
    inner = alternatives(depth + 1)
    return ["(%s)", "(?:%s)", "(%s)", "(?=%s)", "(?!%s)", "(%s)"][rand(6)] % inner


def sequence(depth):
    made = ""
    for _ in range(1 + rand(3)):
        part = atom(depth)
        k = rand(10)
        if part[0] not in "^$" and part not in (r"\b", r"\B") and not part.startswith("(?=") and not part.startswith("(?!"):
            if k < 5:
                part += ["*", "+", "?", "*?", "+?", "??", "{1,2}", "{2}"][rand(8)]
        made += part
    return made


def alternatives(depth):
    return "|".join(sequence(depth) for _ in range(1 + (rand(3) == 0)))


total = 0
for n in range(400):
    pattern = alternatives(0)
    text = "".join("abc1 \n"[rand(6) if rand(4) == 0 else rand(4)] for _ in range(rand(9)))
    p = re.compile(pattern)
    found = [m.span() for m in p.finditer(text)]
    m = p.match(text)
    f = p.fullmatch(text)
    line = (pattern, text, found, p.findall(text), m and m.span(), f and f.span(), p.sub("<>", text), p.split(text))
    total += len(found)
    print(n, line)
print(total)
