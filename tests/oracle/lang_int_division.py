for a in [7, -7, 0, 1, -1, 12, -12]:
    for b in [2, -2, 3, -3, 5]:
        print(a, b, a // b, a % b, divmod(a, b), a / b)
print(-1 // 10, -1 % 10, 1 // -10, 1 % -10)
print(7 // 2.0, -7 // 2.0, 7 % 2.5)
print(True + True, True * 5, False - 1, True / 2, -True, ~True, True & False, True | 2, True ^ True)
x = 17
x //= 5
print(x)
x **= 3
x %= 10
print(x)
x <<= 4
x |= 1
x ^= 0xFF
x &= 0xF0
x >>= 2
print(x)
x /= 3
print(x)
x -= 0.5
x *= 2
x += 1
print(x)
