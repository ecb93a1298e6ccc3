for s in ['plain', "it's", 'say "hi"', 'both \' and "', 'tab\t', 'nl\n', 'cr\r', 'back\\slash', '\x00\x01\x1f', '\x7f', '\x80\x9f\xa0', 'é', '日本', '😀', '\u200b', '\u2028', '\ufeff', '\U000e0001', '', ' ', '\xad', '\ud7ff']:
    print(repr(s), ascii(s), len(s))
print(['a', "b'c", 'd"e', '\n'], ('x',), {'k\t': 'v\\'}, {'one'})
print(str(['a']), repr(str(['a'])), repr(repr('a')), repr(repr("'")))
print(ascii('é'), ascii(['é', '😀']), ascii({'ß': 1}))
print('\'', "\"", '\\', '\a\b\f\v' == '\x07\x08\x0c\x0b', '\0' == '\x00', '\x41\u0042\U00000043\103')
print(r'\d+\n', R'\'', len(r'\\'), repr(r'a\b'), 'a\qb' == 'a\\qb')
