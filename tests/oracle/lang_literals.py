print(1, 0, -1, 1_000_000, 0x1F, 0o17, 0b1011)
print(0xFFFF_FFFF, 0b1111_0000, 0o7_7)
print(1.0, 1.5, .5, 5., 1e3, 1E-3, 1_0.0_1, 1e100)
print(True, False, None, ...)
print('single', "double", '''triple 'single' ''', """triple "double" """)
print(r'raw\n', R"raw\t", u'uni')
print('a' 'b' "c")
print("line\
 continued")
print('tab\there', 'nl\\n', '\x41\u00e9\u2022\U0001F600', '\101\60')
print(len('\n\t\r\0'), repr('\n\t\r\0\x01\x7f'))
print('''first
second
  third''')
print([], (), {}, set(), (1,), [1], {1}, {1: 2})
print([1, 2, 3,], (1, 2, 3,), {1, 2, 3,}, {'a': 1, 'b': 2,})
print(type(1), type(1.0), type('a'), type(None), type(True), type(...))
x = 1; y = 2; print(x, y)
print((1), (1,), 1,)
print(not True, not 0, not '')
print(
    "wrapped",
    "call",
)
