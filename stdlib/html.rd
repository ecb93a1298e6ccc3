"""Texts in HTML."""

def escape(s: str, quote: bool = True) -> str:
    """With `&`, `<`, `>` and quotes written so that HTML shows them.

    >>> import html
    >>> html.escape('<a href="x">')
    '&lt;a href=&quot;x&quot;&gt;'
    """
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s

_known = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae", "deg": "\xb0", "euro": "\u20ac", "pound": "\xa3", "cent": "\xa2", "yen": "\xa5", "sect": "\xa7", "para": "\xb6", "middot": "\xb7", "laquo": "\xab", "raquo": "\xbb", "times": "\xd7", "divide": "\xf7", "plusmn": "\xb1", "frac12": "\xbd", "frac14": "\xbc", "frac34": "\xbe", "sup2": "\xb2", "sup3": "\xb3", "micro": "\xb5", "hellip": "\u2026", "ndash": "\u2013", "mdash": "\u2014", "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d", "bull": "\u2022", "trade": "\u2122", "larr": "\u2190", "rarr": "\u2192", "uarr": "\u2191", "darr": "\u2193", "auml": "\xe4", "ouml": "\xf6", "uuml": "\xfc", "Auml": "\xc4", "Ouml": "\xd6", "Uuml": "\xdc", "szlig": "\xdf", "eacute": "\xe9", "egrave": "\xe8", "ecirc": "\xea", "agrave": "\xe0", "aacute": "\xe1", "acirc": "\xe2", "ccedil": "\xe7", "iacute": "\xed", "oacute": "\xf3", "ocirc": "\xf4", "uacute": "\xfa", "ntilde": "\xf1", "aring": "\xe5", "aelig": "\xe6", "oslash": "\xf8"}

def unescape(s: str) -> str:
    """With `&lt;`, `&#60;` and the like as the characters they stand for; names that are rare are refused.

    >>> import html
    >>> html.unescape("&lt;b&gt; &#233; &amp;")
    '<b> é &'
    """
    if "&" not in s:
        return s
    made = []
    at = 0
    while True:
        mark = s.find("&", at)
        if mark < 0:
            made.append(s[at:])
            return "".join(made)
        made.append(s[at:mark])
        end = mark + 1
        while end < len(s) and end - mark < 34 and (s[end].isalnum() or s[end] == "#") and s[end].isascii():
            end += 1
        name = s[mark + 1:end]
        closed = end < len(s) and s[end] == ";"
        char = None
        if name.startswith("#"):
            digits = name[1:]
            if digits[:1] in ("x", "X") and len(digits) > 1 and all([c in "0123456789abcdefABCDEF" for c in digits[1:]]):
                char = _char(int(digits[1:], 16))
            elif digits.isdigit():
                char = _char(int(digits))
        elif name in _known and closed:
            char = _known[name]
        elif name in ("amp", "lt", "gt", "quot") or name in _known and len(_known[name]) == 1 and ord(_known[name]) < 256:
            char = _known[name]
        elif closed and name:
            raise NotImplementedError(f"html.unescape: the character name '&{name};' is not known to rdask")
        if char is None:
            made.append("&")
            at = mark + 1
        else:
            made.append(char)
            at = end + 1 if closed else end

def _char(code):
    if code == 0 or code > 0x10ffff or 0xd800 <= code <= 0xdfff:
        return "\ufffd"
    if 0x80 <= code <= 0x9f:
        return bytes([code]).decode("cp1252", "replace")
    return chr(code)
