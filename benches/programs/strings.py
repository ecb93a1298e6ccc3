"""Text: lines of a log split, stripped, replaced, joined and formatted."""
import time


def make_lines(n):
    levels = ["INFO", "WARN", "ERROR", "DEBUG"]
    hosts = ["alpha", "beta", "gamma", "delta", "epsilon"]
    lines = []
    for i in range(n):
        host, level = hosts[i % 5], levels[i * 7 % 4]
        lines.append(f"2026-{i % 12 + 1:02d}-{i % 28 + 1:02d} {level:<5} {host}.example.org  user={i * 31 % 400} took={i % 97}ms /path/{i % 50}/item")
    return lines


def parse(line):
    day, level, host, *rest = line.split()
    fields = {}
    for part in rest:
        if "=" in part:
            key, _, value = part.partition("=")
            fields[key] = value
        elif part.startswith("/"):
            fields["path"] = part.strip("/").replace("/", ".")
    return day, level.lower(), host.split(".")[0], fields


def summary(lines):
    report, total = [], 0
    for line in lines:
        day, level, host, fields = parse(line)
        took = int(fields["took"].removesuffix("ms"))
        total += took
        if level == "error" and took > 90:
            report.append(f"{host.upper():>8}|{day[5:]}|{fields['path']}|{took / 1000:.3f}s")
    return report, total


def words(report):
    text = "\n".join(report)
    cleaned = "".join(c if c.isalnum() else " " for c in text[:20_000])
    longest = max(cleaned.split(), key=len)
    return longest, cleaned.count("0"), text.find("GAMMA")


def caesar(text, by):
    out = ""
    for c in text:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + by) % 26 + 97)
        out += c
    return out


def work(n):
    lines = make_lines(n)
    report, total = summary(lines)
    longest, zeros, at = words(report)
    secret = caesar(" ".join(lines[:500]), 3)
    titles = [line[11:].strip().title()[:20] for line in lines[:5_000]]
    ends = sum(line.endswith("7/item") for line in lines)
    return f"{len(report)} {total} {longest} {zeros} {at} {secret[17:27].strip()} {len(set(titles))} {ends}".replace(" ", ",")


start = time.perf_counter()
result = [work(n) for n in (40_000, 41_000, 42_000)][-1]
seconds = time.perf_counter() - start
print(result, seconds)
