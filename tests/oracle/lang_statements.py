x: int = 5
y: 'str'
z: list = []
print(x, z)
if x > 10:
    print('big')
elif x > 4:
    print('mid')
else:
    print('small')
if not z: print('one-line if')
for i in range(2): print(i); print(-i)
while x > 3: x -= 1
print(x)
pass
class C: a = 1; b = 2
def f(): return 1
print(C.a, C.b, f())
a = b = c = 0
a += 1
print(a, b, c)
total = (1 +
         2 +
         3)
text = ('implicit '
        'concat '
        f'{total}')
print(total, text)
long = 1 + \
    2
print(long)
result = (
    [3, 1, 2]
    .copy()
)
print(result)
if True:
  if True:
        print('odd indents')
  print('ok')
# comment
def documented():
    # leading comment

    """not a docstring? it is"""

    return 1  # trailing
print(documented())
if x:

    # only comment before

    print('after blank')
print('semi'); print('colon');
lst = [
    1,  # one
    2,

    3,
]
print(lst)
def g(
    a,
    b=2,
):
    return a + b
print(g(
    1,
))
print([1, 2, 3][1], (1, 2)[0], {'a': 1}['a'], 'abc'[1], [[1, 2], [3, 4]][1][0], (lambda: [5])()[0])
assert True
print(x if x else y, -x ** 2, 2 ** -1, not x == 3, 1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 7 // 2 * 2, 7 % 3 + 1, 1 << 2 | 1, 6 & 3 ^ 1, - - 3, ~-1)
if __name__ == '__main__':
    print('main')
