text = """First line
  indented second

last "quoted" 'line'\
 continued"""
print(text)
print(text.splitlines(), len(text), repr(text), text.count('\n'))
for n, line in enumerate(text.split('\n'), 1):
    print(f'{n:>3}: {line!r}')
s = ("one "
     "two "
     f"{1 + 2}")
print(s, '''a'b"c''', """tri"ple""", 'it''s', "tab:\t|", r'''raw\
line''')
print("""
leading and trailing
""".strip(), '\x41\u00e9\t\'\"\\', 'a\
b')
