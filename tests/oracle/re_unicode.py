# Random patterns on texts that are not ASCII, with and without flags.
import re

state = 4242


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


ATOMS = [r"\w", r"\W", r"\d", r"\s", r"\b", r"\B", "é", "[é-ü]", "[^a]", ".", "a", "日", r"[\w-]", r"[^\W\d]", "ß", "(?i:É)", "^", "$", "(a|é)", r"(\w)\1", "(?=é)", "(?<=a)", "k", "s"]
CHARS = ["a", "é", "É", "日", "1", "²", "٣", " ", "\u2003", "\n", "ß", "ü", "_", "-", "\u0301", "K", "ſ", "x"]
for n in range(250):
    parts = []
    for _ in range(1 + rand(3)):
        atom = ATOMS[rand(len(ATOMS))]
        if atom not in ("^", "$", r"\b", r"\B") and not atom.startswith("(?=") and not atom.startswith("(?<") and rand(3) == 0:
            atom += ["*", "+", "?", "+?", "{1,2}"][rand(5)]
        parts.append(atom)
    pattern = "".join(parts)
    text = "".join(CHARS[rand(len(CHARS))] for _ in range(rand(10)))
    flags = [0, re.I, re.A, re.M, re.S, re.I | re.A][rand(6)]
    p = re.compile(pattern, flags)
    m = p.search(text, rand(3))
    print(n, ascii((pattern, text, int(flags), [x.span() for x in p.finditer(text)], p.findall(text), m and (m.span(), m.pos), p.sub("<>", text), p.split(text, 2))))
