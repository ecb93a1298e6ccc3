import bisect
import heapq

h = []
for x in [5, 1, 4, 1.5, 3, True, -2]:
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(3)], h)
h = [(3, "c"), (1, "z"), (1, "a"), (2, "b")]
heapq.heapify(h)
print(h, heapq.heapreplace(h, (0, "n")), heapq.heappushpop(h, (9, "x")), h)
for f, args in [
    (heapq.heappush, (5, 1)), (heapq.heappop, ([],)), (heapq.heapify, ((1,),)), (heapq.heapreplace, ([], 1)),
    (heapq.heappushpop, ((), 1)), (heapq.heappush, ([1], "a")), (heapq.heappush, ([(1, 2)], (1, "b"))),
    (bisect.bisect_left, ([1], 2, -1)), (bisect.bisect, (5, 1)), (bisect.insort, ((1, 2), 1)), (bisect.bisect, ([1, 2], 2, 0, 7)),
    (bisect.bisect_left, ([1, 2], 2, 0, -5)), (heapq.heappushpop, ([], 4)),
]:
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Job:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.name}{self.rank}"


jobs = []
for i, n in enumerate([4, 2, 4, 1, 3, 2]):
    heapq.heappush(jobs, Job(n, "abcdef"[i]))
print(jobs, [heapq.heappop(jobs) for _ in range(len(jobs))])


class Evil(Job):
    def __lt__(self, other):
        pile.clear()
        return True


pile = [Evil(2, "e"), Evil(3, "e")]
try:
    heapq.heappush(pile, Evil(1, "e"))
except RuntimeError as e:
    print(e)
a = [1, 2, 2, 2, 5]
print([(bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x, 1, 3)) for x in (0, 2, 2.5, 9)])
bisect.insort(a, 2.5)
bisect.insort_left(a, 0)
print(a, bisect.bisect("abcd", "c"), bisect.bisect_left(range(0, 100, 7), 50))
rows = [("x", 1), ("y", 5), ("z", 9)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect_right(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ("w", 6), key=lambda r: r[1])
print(rows, heapq.nsmallest(2, rows, key=lambda r: -r[1]), heapq.nlargest(2, [3, 1, 2]), list(heapq.merge([1, 4], [2, 3])))
