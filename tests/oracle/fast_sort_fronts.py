"""Sorting by the fronts of keys: texts that begin alike, zeros, large ints, tuples, stability, both directions."""
import random

texts = ["", "a", "aa", "a\0", "abcdefgh", "abcdefghi", "abcdefgha", "abcdefg", "é", "z", "\U0001f600", "ﬀ", "Z", "abcdefgh\0", "a\0b"]
ranks = list(enumerate(texts * 2))
print(sorted(texts))
print([at for at, text in sorted(ranks, key=lambda pair: pair[1])])
print([at for at, text in sorted(ranks, key=lambda pair: pair[1], reverse=True)])
print(sorted(texts, key=len), sorted(texts, reverse=True)[:4])

numbers = [0.0, -0.0, 1, True, False, 2**53, 2**53 + 1, float(2**53), -(2**63), 2**63 - 1, 1e300, float("inf"), -float("inf"), -1.5, 3, 0]
print(sorted(numbers))
print([at for at, n in sorted(enumerate(numbers), key=lambda pair: pair[1])])
print([at for at, n in sorted(enumerate(numbers), key=lambda pair: pair[1], reverse=True)])
print([at for at, n in sorted(enumerate(numbers), key=lambda pair: (pair[1], -pair[0]))])
print(sorted([2**53 + 1, 2**53, 2**53 + 3, 2**53 + 2]), sorted([10**30, 1, -(10**30), 2.5]))

pairs = [("b", 1), ("a", 2), ("b", 0), ("abcdefgh1", 1), ("abcdefgh0", 2), ("a", 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: (p[1], p[0])), sorted(pairs, key=lambda p: -p[1]))
print(sorted([((1, 2), "x"), ((1, 1), "y"), ((0, 9), "z")]), sorted([(), (1,), (0, 5), (0,)]), sorted([(1.5, "a"), (1, "b"), (1.0, "a")]))
for bad in [[1, "a"], [(1, "a"), (1, 2)], [None, None], [1, float("nan"), 0], [(1,), ("a",)], ["a", None, "b"]]:
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)

draw = random.Random(5)
rows = [(i * 7919 % 13, f"k{i * 31 % 17}", i) for i in range(300)]
by_text = sorted(rows, key=lambda row: row[1])
assert [row[2] for row in by_text] == [i for t in sorted({row[1] for row in rows}) for i in [r[2] for r in rows if r[1] == t]]
rows.sort(key=lambda row: (row[0], row[1]), reverse=True)
print(rows[:5], rows[-3:], sum(i * row[2] for i, row in enumerate(rows)))
words = [f"{i * 7 % 5}-{i % 3}" for i in range(40)]
words.sort()
print(words[:6], min(words), max(words))
