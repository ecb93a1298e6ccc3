"""Sorting: with keys, by several columns, of objects, with heapq and bisect, and two sorts written out."""
import bisect
import heapq
import time
from operator import itemgetter


class Player:
    def __init__(self, name, score, age):
        self.name = name
        self.score = score
        self.age = age

    def __lt__(self, other):
        return (self.score, self.name) < (other.score, other.name)

    def __eq__(self, other):
        return self.score == other.score and self.name == other.name


def numbers(n):
    state, out = 42, []
    for _ in range(n):
        state = (state * 69_069 + 1) % 4_294_967_296
        out.append(state >> 8)
    return out


def quick(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    less = [x for x in items if x < pivot]
    more = [x for x in items if x > pivot]
    return quick(less) + [x for x in items if x == pivot] + quick(more)


def insertion(items):
    for i in range(1, len(items)):
        value, j = items[i], i - 1
        while j >= 0 and items[j] > value:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = value
    return items


def work(n):
    numerals = numbers(n)
    names = [f"p{x % 5000:04d}" for x in numerals]
    rows = [(x % 100, name, x / 7) for x, name in zip(numerals, names)]
    by_name = sorted(rows, key=itemgetter(1, 0))
    by_column = sorted(rows, key=lambda row: (-row[0], row[1]))
    plain, down = sorted(rows), sorted(numerals, reverse=True)
    words = sorted(names, key=lambda name: name[::-1])
    players = sorted(Player(name, x % 1000, x % 60) for x, name in zip(numerals[: n // 4], names))
    players.sort(key=lambda p: p.age)
    largest = heapq.nlargest(5, numerals)
    queue = []
    for x in numerals[: n // 2]:
        heapq.heappush(queue, (x % 10_000, x))
    drained = [heapq.heappop(queue)[0] for _ in range(n // 4)]
    marks, kept = [], []
    for x in numerals[: n // 8]:
        at = bisect.bisect_left(marks, x)
        if at == len(marks) or marks[at] != x:
            bisect.insort(kept, x)
    two = quick(numerals[: n // 2])[7], insertion(numerals[:300])[7]
    return f"{by_name[9][1]},{by_column[9][1]},{plain[9][1]},{down[9]},{words[9]},{players[9].name},{largest[1]},{drained[-1]},{len(kept)},{two}".replace(" ", "")


start = time.perf_counter()
result = [work(n) for n in (20_000, 21_000, 22_000)][-1]
seconds = time.perf_counter() - start
print(result, seconds)
