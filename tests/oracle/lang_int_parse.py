print(int('42'), int('-42'), int('+7'), int('  13 '), int('1_000'), int('007'))
print(int('ff', 16), int('0xff', 16), int('0b101', 2), int('0o17', 8), int('z', 36), int('0x1f', 0), int('12', 0))
print(int(), int(3.7), int(-3.7), int(True), float(), str(), bool(), list(), dict(), tuple(), set())
print(float(3), float(True), bool('False'), bool(0.0), bool([]), bool([0]), str(1.0), str(None), str([1, 'a']))
for bad in ['', 'abc', '1.5', '0x10', '1__0', '_1', '12 3', 'é']:
    try:
        int(bad)
    except ValueError as e:
        print(type(e).__name__, e)
try:
    int('12', 2)
except ValueError as e:
    print(e)
for bad in [None, [1], {}]:
    try:
        int(bad)
    except TypeError as e:
        print(type(e).__name__, e)
    try:
        float(bad)
    except TypeError as e:
        print(type(e).__name__, e)
print(chr(65), chr(233), chr(128512), ord('a'), ord('é'), ord('😀'))
print(hex(255), oct(8), bin(5), hex(-255), oct(-8), bin(-5))
try:
    ord('ab')
except TypeError as e:
    print(e)
try:
    chr(-1)
except ValueError as e:
    print(e)
