"""Texts of characters of a kind."""

ascii_lowercase: str = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters: str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits: str = "0123456789"
hexdigits: str = "0123456789abcdefABCDEF"
octdigits: str = "01234567"
punctuation: str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace: str = " \t\n\r\x0b\x0c"
printable: str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c"

def capwords(s: str, sep: str | None = None) -> str:
    """Each word with a capital at its start and small letters after it.

    >>> import string
    >>> string.capwords("hello  WORLD")
    'Hello World'
    """
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])

class Template:
    """A text in which `$name` and `${name}` stand for values.

    >>> from string import Template
    >>> Template("$who likes ${what}").substitute(who="tim", what="kung pao")
    'tim likes kung pao'
    """

    template: str

    def __init__(self, template: str) -> None:
        self.template = template

    def _parts(self):
        text = self.template
        at = 0
        while True:
            mark = text.find("$", at)
            if mark < 0:
                yield "text", text[at:], at
                return
            yield "text", text[at:mark], at
            rest = text[mark + 1:]
            if rest.startswith("$"):
                yield "text", "$", mark
                at = mark + 2
                continue
            braced = rest.startswith("{")
            name = rest[1:] if braced else rest
            end = 0
            while end < len(name) and name[end].isascii() and (name[end].isalnum() or name[end] == "_"):
                end += 1
            if end == 0 or name[0].isdigit() or braced and name[end:end + 1] != "}":
                yield "bad", "$", mark
                at = mark + 1
                continue
            shown = text[mark:mark + end + (3 if braced else 1)]
            yield "name", (name[:end], shown), mark
            at = mark + len(shown)

    def _value(self, mapping, given, name):
        return given[name] if name in given else mapping[name]

    def substitute(self, mapping: Any = {}, /, **kws: Any) -> str:
        """The text with all values put in; KeyError for one that is missing.

        >>> from string import Template
        >>> Template("$a$$").substitute({"a": 5})
        '5$'
        """
        made = []
        for kind, part, at in self._parts():
            if kind == "bad":
                before = self.template[:at].splitlines(True)
                if not before:
                    raise ValueError("Invalid placeholder in string: line 1, col 1")
                column = at - len("".join(before[:-1])) + 1 if not before[-1].endswith("\n") else 1
                line = len(before) if not before[-1].endswith("\n") else len(before) + 1
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
            made.append(part if kind == "text" else str(self._value(mapping, kws, part[0])))
        return "".join(made)

    def safe_substitute(self, mapping: Any = {}, /, **kws: Any) -> str:
        """The text with the values that are known put in.

        >>> from string import Template
        >>> Template("$a $b").safe_substitute(a=1)
        '1 $b'
        """
        made = []
        for kind, part, at in self._parts():
            if kind == "name":
                try:
                    part = str(self._value(mapping, kws, part[0]))
                except KeyError:
                    part = part[1]
            made.append(part)
        return "".join(made)

    def get_identifiers(self) -> list[str]:
        """The names that stand for values.

        >>> from string import Template
        >>> Template("$a ${b} $a").get_identifiers()
        ['a', 'b']
        """
        made = []
        for kind, part, at in self._parts():
            if kind == "name" and part[0] not in made:
                made.append(part[0])
        return made
