"""Lines of text."""

def _split(text):
    chunks = []
    word = ""
    for c in text:
        if word and (c == " ") != (word[-1] == " "):
            chunks.append(word)
            word = ""
        word += c
        if c == "-" and len(word) > 2 and word[-2].isalpha() and word[-3].isalpha():
            chunks.append(word + "\0")
            word = ""
    if word:
        chunks.append(word)
    made = []
    for i in range(len(chunks)):
        chunk = chunks[i]
        if chunk.endswith("\0"):
            chunk = chunk[:-1]
            follows = chunks[i + 1] if i + 1 < len(chunks) else ""
            if len(follows) < 2 or not follows[:2].isalpha():
                chunks[i + 1:i + 2] = [chunk + follows] if follows and follows[0] != " " else ([chunk, follows] if follows else [chunk])
                if not follows:
                    made.append(chunk)
                elif follows[0] == " ":
                    made.append(chunk)
                    chunks[i + 1:i + 3] = [follows]
                continue
        made.append(chunk)
    return made

def wrap(text: str, width: int = 70, *, initial_indent: str = "", subsequent_indent: str = "", break_long_words: bool = True, drop_whitespace: bool = True) -> list[str]:
    """The lines of a text broken at words, none longer than `width`.

    >>> import textwrap
    >>> textwrap.wrap("the quick brown fox", 10)
    ['the quick', 'brown fox']
    """
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    text = text.expandtabs()
    for c in "\t\n\x0b\x0c\r":
        text = text.replace(c, " ")
    chunks = _split(text)
    chunks.reverse()
    lines = []
    while chunks:
        indent = subsequent_indent if lines else initial_indent
        room = width - len(indent)
        if drop_whitespace and chunks[-1].strip() == "" and lines:
            chunks.pop()
        line = []
        length = 0
        while chunks:
            if length + len(chunks[-1]) > room:
                break
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            if break_long_words:
                space = max(1, room - length) if room >= 1 else 1
                line.append(chunks[-1][:space])
                chunks[-1] = chunks[-1][space:]
            elif not line:
                line.append(chunks.pop())
        if drop_whitespace and line and line[-1].strip() == "":
            line.pop()
        if line:
            lines.append(indent + "".join(line))
    return lines

def fill(text: str, width: int = 70, *, initial_indent: str = "", subsequent_indent: str = "", break_long_words: bool = True, drop_whitespace: bool = True) -> str:
    """A text broken at words into lines none longer than `width`.

    >>> import textwrap
    >>> print(textwrap.fill("the quick brown fox", 10))
    the quick
    brown fox
    """
    return "\n".join(wrap(text, width, initial_indent=initial_indent, subsequent_indent=subsequent_indent, break_long_words=break_long_words, drop_whitespace=drop_whitespace))

def shorten(text: str, width: int, *, placeholder: str = " [...]") -> str:
    """A text cut at a word so that it fits `width`.

    >>> import textwrap
    >>> textwrap.shorten("Hello  world!", width=11)
    'Hello [...]'
    """
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    if len(placeholder.lstrip()) > width:
        raise ValueError("placeholder too large for max width")
    words = text.split(" ")
    while words:
        words.pop()
        made = " ".join(words) + placeholder if words else placeholder.lstrip()
        if len(made) <= width:
            return made
    return placeholder.lstrip()

def dedent(text: str) -> str:
    """A text without the spaces that all its lines begin with.

    >>> import textwrap
    >>> textwrap.dedent("  a\\n    b\\n")
    'a\\n  b\\n'
    """
    lines = text.split("\n")
    margin = None
    for i in range(len(lines)):
        line = lines[i]
        if not line.strip(" \t"):
            lines[i] = ""
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
            continue
        n = 0
        while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
            n += 1
        margin = margin[:n]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)

def indent(text: str, prefix: str, predicate: Callable | None = None) -> str:
    """A text with something put before each line that is not blank.

    >>> import textwrap
    >>> textwrap.indent("a\\n\\nb", "> ")
    '> a\\n\\n> b'
    """
    made = []
    for line in text.splitlines(True):
        wanted = line.strip() if predicate is None else predicate(line)
        made.append(prefix + line if wanted else line)
    return "".join(made)

class TextWrapper:
    """What wraps texts, with its options kept.

    >>> from textwrap import TextWrapper
    >>> TextWrapper(width=10, initial_indent="* ").wrap("some words here")
    ['* some', 'words here']
    """

    def __init__(self, width: int = 70, **options: Any) -> None:
        self.width = width
        self._options = options
        for name, value in options.items():
            setattr(self, name, value)

    def wrap(self, text: str) -> list[str]:
        """The lines of a text."""
        given = {name: getattr(self, name) for name in self._options}
        return wrap(text, self.width, **given)

    def fill(self, text: str) -> str:
        """The lines of a text, joined."""
        return "\n".join(self.wrap(text))
