for s in ['hello world', 'Hello', 'HELLO', 'hELLO wORLD', "they're bill's", 'ß', 'éa ÀB', '', '123abc', 'x1y']:
    print(repr(s.upper()), repr(s.lower()), repr(s.title()), repr(s.capitalize()), repr(s.swapcase()), s.casefold(), s.isupper(), s.islower(), s.istitle())
for s in ['', 'abc', 'ABC1', '123', '12.3', ' ', '\t\n', 'a b', 'é', '½', '²', '_x', '1x', 'class', '٣', 'x-y']:
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(), s.isascii(), s.isprintable())
