"""Addresses taken apart and put together."""

_hex = b"0123456789abcdefABCDEF"
_safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"

def quote(string: Any, safe: str = "/", encoding: str | None = None, errors: str | None = None) -> str:
    """A text as it may stand in an address.

    >>> from urllib.parse import quote
    >>> quote("a b/ü")
    'a%20b/%C3%BC'
    """
    data = string if isinstance(string, bytes) else string.encode(encoding or "utf-8", errors or "strict")
    kept = _safe + safe
    made = []
    for byte in data:
        c = chr(byte)
        made.append(c if byte < 128 and c in kept else f"%{byte:02X}")
    return "".join(made)

def quote_plus(string: Any, safe: str = "", encoding: str | None = None, errors: str | None = None) -> str:
    """As quote, with `+` for blanks.

    >>> from urllib.parse import quote_plus
    >>> quote_plus("a b&c")
    'a+b%26c'
    """
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")

def unquote_to_bytes(string: Any) -> bytes:
    """The bytes that a quoted text stands for.

    >>> from urllib.parse import unquote_to_bytes
    >>> unquote_to_bytes("a%20b")
    b'a b'
    """
    data = string if isinstance(string, bytes) else string.encode()
    parts = data.split(b"%")
    made = [parts[0]]
    for part in parts[1:]:
        if len(part) > 1 and part[0] in _hex and part[1] in _hex:
            made.append(bytes.fromhex(part[:2].decode("ascii")))
            made.append(part[2:])
        else:
            made.append(b"%")
            made.append(part)
    return b"".join(made)

def unquote(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    """The text that a quoted text stands for.

    >>> from urllib.parse import unquote
    >>> unquote("a%20b%2F%C3%BC")
    'a b/ü'
    """
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    made = []
    held = ""
    for c in string:
        if ord(c) < 128:
            held += c
        else:
            made.append(unquote_to_bytes(held).decode(encoding, errors))
            made.append(c)
            held = ""
    made.append(unquote_to_bytes(held).decode(encoding, errors))
    return "".join(made)

def unquote_plus(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    """As unquote, with blanks for `+`.

    >>> from urllib.parse import unquote_plus
    >>> unquote_plus("a+b%26c")
    'a b&c'
    """
    return unquote(string.replace("+", " "), encoding, errors)

def urlencode(query: Any, doseq: bool = False, safe: str = "", encoding: str | None = None, errors: str | None = None, quote_via: Any = quote_plus) -> str:
    """Names and values as they stand after `?` in an address.

    >>> from urllib.parse import urlencode
    >>> urlencode({"q": "a b", "n": 1})
    'q=a+b&n=1'
    """
    pairs = list(query.items()) if hasattr(query, "items") else list(query)
    made = []
    for name, value in pairs:
        name = quote_via(name if isinstance(name, bytes) else str(name), safe)
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__"):
            for one in value:
                made.append(name + "=" + quote_via(one if isinstance(one, bytes) else str(one), safe))
        else:
            made.append(name + "=" + quote_via(value if isinstance(value, bytes) else str(value), safe))
    return "&".join(made)

def parse_qsl(qs: str, keep_blank_values: bool = False, strict_parsing: bool = False, encoding: str = "utf-8", errors: str = "replace", max_num_fields: Any = None, separator: str = "&") -> list[tuple[str, str]]:
    """The names and values after `?` in an address, as pairs.

    >>> from urllib.parse import parse_qsl
    >>> parse_qsl("a=1&b=x+y")
    [('a', '1'), ('b', 'x y')]
    """
    made = []
    if not qs:
        return made
    if max_num_fields is not None and qs.count(separator) + 1 > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    for part in qs.split(separator):
        if not part and not strict_parsing:
            continue
        pair = part.split("=", 1)
        if len(pair) != 2:
            if strict_parsing:
                raise ValueError(f"bad query field: {part!r}")
            if not keep_blank_values:
                continue
            pair.append("")
        if pair[1] or keep_blank_values:
            made.append((unquote_plus(pair[0], encoding, errors), unquote_plus(pair[1], encoding, errors)))
    return made

def parse_qs(qs: str, keep_blank_values: bool = False, strict_parsing: bool = False, encoding: str = "utf-8", errors: str = "replace", max_num_fields: Any = None, separator: str = "&") -> dict[str, list[str]]:
    """The names after `?` in an address, each with its values.

    >>> from urllib.parse import parse_qs
    >>> parse_qs("a=1&a=2&b=3")
    {'a': ['1', '2'], 'b': ['3']}
    """
    made = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        made.setdefault(name, []).append(value)
    return made

class SplitResult:
    """The parts of an address: `scheme`, `netloc`, `path`, `query`, `fragment`; and `hostname`, `port`, `username`, `password`."""

    scheme: str
    netloc: str
    path: str
    query: str
    fragment: str
    hostname: Any
    username: Any
    password: Any

    def __init__(self, scheme: str, netloc: str, path: str, query: str, fragment: str) -> None:
        self._fill(("scheme", "netloc", "path", "query", "fragment"), (scheme, netloc, path, query, fragment))

    def _fill(self, names, values):
        self._fields = names
        self._values = values
        for name, value in zip(names, values):
            setattr(self, name, value)
        user, at, place = self.netloc.rpartition("@")
        self.username = None
        self.password = None
        if at:
            name, colon, word = user.partition(":")
            self.username = name
            self.password = word if colon else None
        if place.startswith("["):
            host, _, rest = place[1:].partition("]")
            port = rest.partition(":")[2]
        else:
            host, _, port = place.partition(":")
        self.hostname = host.lower() or None
        self._port = port

    @property
    def port(self) -> Any:
        """The number after the host."""
        if not self._port:
            return None
        if not (self._port.isdigit() and self._port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {self._port!r}")
        port = int(self._port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def __iter__(self):
        return iter(self._values)

    def __getitem__(self, at):
        return self._values[at]

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __hash__(self):
        return hash(self._values)

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self._values)])
        return f"{self.__class__.__name__}({shown})"

    def _replace(self, **given):
        return self.__class__(*[given[name] if name in given else value for name, value in zip(self._fields, self._values)])

    def _asdict(self):
        return dict(zip(self._fields, self._values))

    def geturl(self) -> str:
        """The address.

        >>> from urllib.parse import urlsplit
        >>> urlsplit("HTTP://a.b/c?d#e").geturl()
        'http://a.b/c?d#e'
        """
        return urlunsplit(self)

class ParseResult(SplitResult):
    """The parts of an address, with `params` behind the path."""

    params: str

    def __init__(self, scheme: str, netloc: str, path: str, params: str, query: str, fragment: str) -> None:
        self._fill(("scheme", "netloc", "path", "params", "query", "fragment"), (scheme, netloc, path, params, query, fragment))

    def geturl(self) -> str:
        """The address."""
        return urlunparse(self)

_schemes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_with_params = ("", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel")
_with_place = ("", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss")
_relative = ("", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss")

def urlsplit(url: str, scheme: str = "", allow_fragments: bool = True) -> SplitResult:
    """The parts of an address.

    >>> from urllib.parse import urlsplit
    >>> urlsplit("http://a.b:80/c?d=1#e")
    SplitResult(scheme='http', netloc='a.b:80', path='/c', query='d=1', fragment='e')
    """
    url = url.lstrip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f ")
    url = url.replace("\t", "").replace("\r", "").replace("\n", "")
    place = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and all([c in _schemes for c in url[:at]]):
        scheme = url[:at].lower()
        url = url[at + 1:]
    if url[:2] == "//":
        ends = [found for found in [url.find(c, 2) for c in "/?#"] if found >= 0]
        end = min(ends) if ends else len(url)
        place = url[2:end]
        url = url[end:]
        if ("[" in place) != ("]" in place):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return SplitResult(scheme, place, url, query, fragment)

def urlparse(url: str, scheme: str = "", allow_fragments: bool = True) -> ParseResult:
    """The parts of an address.

    >>> from urllib.parse import urlparse
    >>> urlparse("http://a.b/c?d=1").query
    'd=1'
    """
    found = urlsplit(url, scheme, allow_fragments)
    path = found.path
    params = ""
    if found.scheme in _with_params and ";" in path:
        at = path.find(";", path.rfind("/")) if "/" in path else path.find(";")
        if at >= 0:
            params = path[at + 1:]
            path = path[:at]
    return ParseResult(found.scheme, found.netloc, path, params, found.query, found.fragment)

def urlunsplit(components: Any) -> str:
    """The address of its five parts.

    >>> from urllib.parse import urlunsplit
    >>> urlunsplit(("http", "a.b", "/c", "d=1", ""))
    'http://a.b/c?d=1'
    """
    scheme, place, url, query, fragment = components
    if place or scheme and scheme in _with_place and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + place + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url

def urlunparse(components: Any) -> str:
    """The address of its six parts.

    >>> from urllib.parse import urlunparse
    >>> urlunparse(("http", "a.b", "/c", "", "", ""))
    'http://a.b/c'
    """
    scheme, place, url, params, query, fragment = components
    if params:
        url = f"{url};{params}"
    return urlunsplit((scheme, place, url, query, fragment))

def urldefrag(url: str) -> tuple[str, str]:
    """An address without its fragment, and the fragment."""
    if "#" not in url:
        return url, ""
    scheme, place, path, params, query, fragment = urlparse(url)
    return urlunparse((scheme, place, path, params, query, "")), fragment

def urljoin(base: str, url: str, allow_fragments: bool = True) -> str:
    """An address that is told from another.

    >>> from urllib.parse import urljoin
    >>> urljoin("http://a.b/c/d", "../e")
    'http://a.b/e'
    """
    if not base:
        return url
    if not url:
        return base
    own = urlparse(base, "", allow_fragments)
    new = urlparse(url, own.scheme, allow_fragments)
    if new.scheme != own.scheme or new.scheme not in _relative:
        return url
    place = new.netloc
    if new.scheme in _with_place:
        if place:
            return urlunparse(tuple(new))
        place = own.netloc
    if not new.path and not new.params:
        return urlunparse((new.scheme, place, own.path, own.params, new.query or own.query, new.fragment))
    start = own.path.split("/")
    if start[-1] != "":
        del start[-1]
    if new.path[:1] == "/":
        parts = new.path.split("/")
    else:
        parts = start + new.path.split("/")
        parts[1:-1] = [part for part in parts[1:-1] if part]
    made = []
    for part in parts:
        if part == "..":
            if made:
                made.pop()
        elif part != ".":
            made.append(part)
    if parts[-1] in (".", ".."):
        made.append("")
    return urlunparse((new.scheme, place, "/".join(made) or "/", new.params, new.query, new.fragment))
