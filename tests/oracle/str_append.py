s=""
for i in range(3000):
    s += "xy"
print(len(s))
def f(n):
    s = ""
    for i in range(n):
        s += "é"
        if i == 5: t = s
    return s, t
a,b=f(2000)
print(len(a), b, a[7], hash(a)!=0)
def g():
    s = "a"
    def h():
        nonlocal s
        s += "b"
    for i in range(2000): h()
    return len(s)
print(g())
x = "q"; x += x; print(x)
y = x
y += "z"
print(x, y)
c = "const"
for i in range(3):
    d = "const"
    d += "!"
    print(d, c)
