a, b = 0b110010, 0b011011
print(a & b, a | b, a ^ b, ~a, a << 3, a >> 2)
for n in [-5, -1, 0, 1, 5, 255, -256]:
    print(n, ~n, n & 7, n | 8, n ^ 15, n << 2, n >> 1, bin(n), hex(n), oct(n))
print(bin(a), f'{a:08b}', f'{a:#x}', f'{-a:b}', f'{a:#010b}')
print((13).bit_count(), (-13).bit_count(), (1023).bit_length())
mask = 0
for i in [1, 3, 5]:
    mask |= 1 << i
print(mask, [i for i in range(8) if mask >> i & 1])
print(5 & 3 == 1, (5 & 3) == 1, 1 << 2 + 1, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, not 1 == 2)
try:
    1 << -1
except ValueError as e:
    print(type(e).__name__, e)
try:
    1 & 1.0
except TypeError as e:
    print(type(e).__name__, e)
