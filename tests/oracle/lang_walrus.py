if (n := len([1, 2, 3])) > 2:
    print('long', n)
data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 5], y)
i = 0
while (i := i + 1) < 4:
    print(i, end=' ')
print(i)
print((a := 1) + (b := 2), a, b)
print(any((hit := v) > 4 for v in data), hit)
def f(x):
    return (y := x + 1) * y
print(f(3))
total = 0
print([total := total + v for v in data], total)
lines = iter(['a', 'b', ''])
while line := next(lines):
    print(line)
print(f'{(z := 10)}', z)
