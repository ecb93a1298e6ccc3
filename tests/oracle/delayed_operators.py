from dask import delayed
import dask
a, b = delayed(7), delayed(2)
exprs = [a + b, a - b, a * b, a / b, a // b, a % b, a ** b, -a, +a, abs(-a), ~a, a & b, a | b, a ^ b, a << b, a >> b, a < b, a <= b, a > b, a >= b, a == b, a != b]
print([e.compute() for e in exprs])
print(dask.compute(10 + a, 10 - a, 10 * a, 10 / a, 10 // a, 10 % a, 2 ** a, 1 << b, 6 & a, 8 | a, 1 ^ a))
print(dask.compute(a + 1, a * 2.5, 1 < a, (a + b) * (a - b)))
x = delayed([10, 20, 30, 40])
print(x[0].compute(), x[-1].compute(), x[1:3].compute(), (x + [1]).compute(), (x * 2).compute(), x[b].compute())
d = delayed({'k': [1, 2], 'j': 5})
print(d['k'].compute(), d['k'][1].compute(), (d['j'] + d['k'][0]).compute())
s = delayed('hello world')
print((s + '!').compute(), s[:5].compute(), (s % ()).compute(), s[0].compute())
print(sum([a, b, delayed(1)]).compute(), sum([delayed(i) for i in range(10)]).compute())
