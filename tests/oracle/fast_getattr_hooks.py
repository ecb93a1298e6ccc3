class Lazy:
    def __init__(self):
        self.made = []

    def __getattr__(self, name):
        if name.startswith("get_"):
            self.made.append(name)
            return lambda *args: (name, args)
        raise AttributeError(f"no {name} here")


def ask(x):
    return x.get_a(1), x.get_b(), x.made


x = Lazy()
for _ in range(3):
    print(ask(x))
try:
    x.other
except AttributeError as e:
    print(e)
x.get_a = lambda *args: "set"
print(ask(x))
del x.get_a
print(ask(x)[0])


class Guard:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


def put(g, n):
    g.value = n
    return g.value


g = Guard()
print([put(g, n) for n in range(4)])
del Guard.__setattr__
print([put(g, n) for n in range(4)])
del g.value
print(hasattr(g, "value"))
