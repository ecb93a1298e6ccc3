_x, __y, camelCase, CONST, x1, ünï = 1, 2, 3, 4, 5, 6
print(_x, __y, camelCase, CONST, x1, ünï)
print_ = print
print_('renamed', (lambda print: print * 2)(4))
list_ = list
sum = lambda xs: 'shadowed'
print(sum([1, 2]))
del sum
print(sum([1, 2]))
match, case, type_, _ = 1, 2, 3, 4
print(match + case, type_, _)
for _ in range(2):
    pass
print(_)
a = b = [1]
b = b + [2]
print(a, b)
if False:
    never = 1
try:
    never
except NameError as e:
    print(e)
def f(id, type='t', max=3):
    return id, type, max
print(f(1), f(id=2, max=1))
