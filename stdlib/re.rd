"""Regular expressions, with Python's syntax and meaning. Patterns of bytes are refused."""

A: RegexFlag
ASCII: RegexFlag
DEBUG: RegexFlag
I: RegexFlag
IGNORECASE: RegexFlag
L: RegexFlag
LOCALE: RegexFlag
M: RegexFlag
MULTILINE: RegexFlag
S: RegexFlag
DOTALL: RegexFlag
U: RegexFlag
UNICODE: RegexFlag
X: RegexFlag
VERBOSE: RegexFlag

def compile(pattern: Any, flags: Any = 0) -> Pattern:
    """A pattern that is used again and again.

    >>> import re
    >>> re.compile(r"\\d+").findall("1 and 23")
    ['1', '23']
    """
    ...

def search(pattern: Any, string: str, flags: Any = 0) -> Match | None:
    """The first match anywhere in a text; None if there is none.

    >>> import re
    >>> re.search(r"(\\w+)@(\\w+)", "mail bob@home now")
    <re.Match object; span=(5, 13), match='bob@home'>
    """
    ...

def match(pattern: Any, string: str, flags: Any = 0) -> Match | None:
    """The match at the start of a text.

    >>> import re
    >>> re.match(r"a+", "aab").group()
    'aa'
    """
    ...

def fullmatch(pattern: Any, string: str, flags: Any = 0) -> Match | None:
    """The match of a whole text.

    >>> import re
    >>> re.fullmatch(r"a+", "aab") is None
    True
    """
    ...

def findall(pattern: Any, string: str, flags: Any = 0) -> list[Any]:
    """All matches: texts, those of the group if there is one, or tuples of groups.

    >>> import re
    >>> re.findall(r"(\\w)=(\\d)", "a=1 b=2")
    [('a', '1'), ('b', '2')]
    """
    ...

def finditer(pattern: Any, string: str, flags: Any = 0) -> Iterator[Match]:
    """All matches, one after another.

    >>> import re
    >>> [m.span() for m in re.finditer("a", "banana")]
    [(1, 2), (3, 4), (5, 6)]
    """
    ...

def sub(pattern: Any, repl: Any, string: str, count: int = 0, flags: Any = 0) -> str:
    """A text with its matches replaced: by a text in which `\\1` and `\\g<name>` stand for groups, or by what a function gives.

    >>> import re
    >>> re.sub(r"(\\w+) (\\w+)", r"\\2 \\1", "hello world")
    'world hello'
    """
    ...

def subn(pattern: Any, repl: Any, string: str, count: int = 0, flags: Any = 0) -> tuple[str, int]:
    """As sub, with the number of matches.

    >>> import re
    >>> re.subn("a", "o", "banana")
    ('bonono', 3)
    """
    ...

def split(pattern: Any, string: str, maxsplit: int = 0, flags: Any = 0) -> list[Any]:
    """The parts between the matches; the groups stand between them.

    >>> import re
    >>> re.split(r"\\s*,\\s*", "a , b,c")
    ['a', 'b', 'c']
    """
    ...

def escape(pattern: str) -> str:
    """A pattern that matches a text as it stands.

    >>> import re
    >>> re.escape("1.5*x")
    '1\\\\.5\\\\*x'
    """
    ...

def purge() -> None:
    """Forget the patterns that are kept."""
    ...

class error(Exception):
    """A pattern can't be read; `msg`, `pattern`, `pos`, `lineno` and `colno` say why and where."""

class RegexFlag(int):
    """Options of a pattern, joined by `|`."""

    value: int = 0
    name: str = ""

    def __new__(cls, value: int) -> RegexFlag:
        """Options from their number.

        >>> import re
        >>> re.RegexFlag(10)
        re.IGNORECASE|re.MULTILINE
        """
        ...

class Pattern:
    """A pattern that was read."""

    pattern: str = ""
    flags: int = 0
    groups: int = 0
    groupindex: Any = None

    def search(self, string: str, pos: int = ..., endpos: int = ...) -> Match | None:
        """The first match anywhere in a text.

        >>> import re
        >>> re.compile("a").search("banana", 2).start()
        3
        """
        ...

    def match(self, string: str, pos: int = ..., endpos: int = ...) -> Match | None:
        """The match at the start of a text.

        >>> import re
        >>> re.compile("na").match("banana", 2).span()
        (2, 4)
        """
        ...

    def fullmatch(self, string: str, pos: int = ..., endpos: int = ...) -> Match | None:
        """The match of a whole text.

        >>> import re
        >>> re.compile("[abn]+").fullmatch("banana").group()
        'banana'
        """
        ...

    def findall(self, string: str, pos: int = ..., endpos: int = ...) -> list[Any]:
        """All matches.

        >>> import re
        >>> re.compile("an").findall("banana")
        ['an', 'an']
        """
        ...

    def finditer(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[Match]:
        """All matches, one after another.

        >>> import re
        >>> len(list(re.compile("an").finditer("banana")))
        2
        """
        ...

    def sub(self, repl: Any, string: str, count: int = 0) -> str:
        """A text with its matches replaced.

        >>> import re
        >>> re.compile("a").sub(lambda m: m.group().upper(), "banana")
        'bAnAnA'
        """
        ...

    def subn(self, repl: Any, string: str, count: int = 0) -> tuple[str, int]:
        """As sub, with the number of matches.

        >>> import re
        >>> re.compile("a").subn("o", "banana", count=2)
        ('bonona', 2)
        """
        ...

    def split(self, string: str, maxsplit: int = 0) -> list[Any]:
        """The parts between the matches.

        >>> import re
        >>> re.compile("n").split("banana")
        ['ba', 'a', 'a']
        """
        ...

class Match:
    """What a search found."""

    string: str = ""
    re: Any = None
    pos: int = 0
    endpos: int = 0
    lastindex: Any = None
    lastgroup: Any = None
    regs: Any = None

    def group(self, *group: Any) -> Any:
        """The text of the match, of a group, or of several.

        >>> import re
        >>> m = re.match(r"(?P<key>\\w+)=(\\d+)", "n=12")
        >>> m.group(), m.group("key"), m.group(1, 2)
        ('n=12', 'n', ('n', '12'))
        """
        ...

    def __getitem__(self, group: Any, /) -> Any:
        """The text of a group.

        >>> import re
        >>> re.match(r"(\\w)(\\w)", "ab")[2]
        'b'
        """
        ...

    def groups(self, default: Any = None) -> tuple[Any, ...]:
        """The texts of all groups.

        >>> import re
        >>> re.match(r"(a)(b)?", "a").groups("")
        ('a', '')
        """
        ...

    def groupdict(self, default: Any = None) -> dict[str, Any]:
        """The texts of the groups that have names.

        >>> import re
        >>> re.match(r"(?P<x>a)(?P<y>b)?", "a").groupdict()
        {'x': 'a', 'y': None}
        """
        ...

    def start(self, group: Any = 0, /) -> int:
        """Where a group starts; -1 if it took no part.

        >>> import re
        >>> re.search("n", "banana").start()
        2
        """
        ...

    def end(self, group: Any = 0, /) -> int:
        """Where a group ends.

        >>> import re
        >>> re.search("n", "banana").end()
        3
        """
        ...

    def span(self, group: Any = 0, /) -> tuple[int, int]:
        """Where a group starts and ends.

        >>> import re
        >>> re.search("n(a)", "banana").span(1)
        (3, 4)
        """
        ...

    def expand(self, template: str) -> str:
        """A text in which `\\1` and `\\g<name>` stand for groups.

        >>> import re
        >>> re.match(r"(\\w) (\\w)", "a b").expand(r"\\2-\\1")
        'b-a'
        """
        ...
