# Random texts and bytes through the methods that cut and search.
state = 7


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


PLAIN = ["a", "b", "ab", " ", "  ", "\t", "\n", ",", ",,", "A", "1", "\x1c", "\r\n"]
WIDE = PLAIN + ["é", "日", "\u2003", "\xa0", "ß", "😀"]


def text(parts, n):
    return "".join(parts[rand(len(parts))] for _ in range(rand(n)))


for n in range(150):
    s = text(PLAIN if n % 2 else WIDE, 12)
    sep = ["a", "ab", ",", ",,", " ", "\n", "é", "日"][rand(8)]
    k = rand(4) - 1
    out = [s.split(), s.split(None, k), s.rsplit(None, k), s.split(sep), s.split(sep, k), s.rsplit(sep, k), s.strip(), s.strip("ab "), s.lstrip(), s.rstrip(), s.splitlines(), s.splitlines(True), s.replace(sep, "<>"), s.replace(sep, "", 1), s.find(sep), s.rfind(sep, 1), s.count(sep), s.partition(sep), s.rpartition(sep), s.upper(), s.lower(), s.title(), s.swapcase(), s.isspace(), s.isalnum(), sep.join(s.split()), s.startswith(sep), s.encode(), s.encode().decode() == s]
    print(n, ascii(out))
    if s.isascii() and sep.isascii():
        b, p = s.encode(), sep.encode()
        print([b.split(), b.split(None, k), b.rsplit(None, k), b.split(p), b.split(p, k), b.rsplit(p, k), b.strip(), b.strip(b"ab "), b.splitlines(), b.splitlines(True), b.replace(p, b"<>"), b.replace(b"", b"-", k), b.find(p), b.rfind(p, 1), b.count(p), b.partition(p), b.rpartition(p), b.title(), b.swapcase(), b[k:], b[::-1]])
