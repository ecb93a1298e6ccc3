"""`sum` and `pop` of lists by their short ways, letters of texts by number, and what is shadowed."""


def attempt(run):
    try:
        print(repr(run()))
    except Exception as e:
        print(type(e).__name__, e)


for items in [[], [1, 2], [1.5, 2.5], [1, 2.5], [-0.0], [0, -0.0], [2**62, 2**62], [True, 2], ["a"], [[1], [2]], [1, "a"], [2**63, 1], [0.1] * 10, [float("inf"), -float("inf")], (1, 2), {3, 4}, {5: 1}, range(4)]:
    attempt(lambda: sum(items))
    attempt(lambda: sum(items, 10))
attempt(lambda: sum([[1], [2]], []))
attempt(lambda: sum(5))
for at in [0, -1, 2, 3, -4, True, None, "a", 1.0]:
    items = ["x", "y", "z"]
    attempt(lambda: items.pop(at))
    print(items)
items = [1, [2], 3]
attempt(lambda: (items.pop(), items.pop(), items.pop(), items))
attempt(lambda: items.pop())
attempt(lambda: items.pop(0))
attempt(lambda: items.pop(0, 1))
attempt(lambda: {1: 2}.pop(1))
attempt(lambda: {4}.pop())


class Stack(list):
    def pop(self, at=-1):
        return ("own", list.pop(self, at))


stack = Stack([1, 2, 3])
attempt(lambda: (stack.pop(), stack.pop(0), stack))
word, other = "abc", "äbc"
for at in [0, 2, -1, -3, 3, -4, True, "a", None, 1.0]:
    attempt(lambda: word[at])
    attempt(lambda: other[at])
total = sum
sum = lambda items: ("mine", total(items))
attempt(lambda: sum([1, 2]))
del sum
attempt(lambda: sum([1, 2]))
