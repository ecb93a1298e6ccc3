class Counter:
    def __init__(self):
        self.n = 0

    def step(self):
        self.n += 1
        return self.n


def run(c, times):
    out = []
    for i in range(times):
        out.append(c.step())
        if i == 3:
            c.step = lambda: -c.n
        if i == 6:
            del c.step
    return out


print(run(Counter(), 10))
a, b = Counter(), Counter()
b.step = lambda: "own"
for c in [a, b, a, b]:
    print(c.step(), c.n)
b.__dict__["step"] = lambda: "by dict"
print(b.step(), sorted(b.__dict__))
a.extra = 5
a.__dict__.pop("n")
try:
    a.step()
except AttributeError as e:
    print(e)
a.n = 40
print(a.step(), list(a.__dict__))
