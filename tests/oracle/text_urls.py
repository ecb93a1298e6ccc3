import html
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

for url in ["http://user:pw@example.com:8080/a/b;p?q=1&r=2#frag", "https://example.com", "/path/only?x", "mailto:me@x.org", "file:///etc/passwd", "//host/path", "http://[::1]:80/x", "HTTP://Example.COM/A", "a:b", "", "?q", "#f", "http://a.b?x=1/2"]:
    u = urlparse(url)
    print(u, u.hostname, u.port, u.username, u.password)
    print(urlsplit(url), urlunparse(u) == url, urlunsplit(urlsplit(url)), u.geturl())
print(quote("a b/c?é&"), quote("a/b", safe=""), quote_plus("a b&c/d"), unquote("a%20b%C3%A9%zz%2"), unquote_plus("a+b%2B"), quote(b"\xff~_.-"))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("k", "v"), ("k", "w&")]), urlencode({"a": [1, 2]}, doseq=True))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qsl("a=1&b=x+y%21&c=", keep_blank_values=True), parse_qs(""))
for url in ["d", "../d", "/d", "//h/d", "?x", "#y", "http://o/", "./", "../../../g", "d;p?q", "g/./h/../i", ""]:
    print(url, urljoin("http://a/b/c;p?q", url))
print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'\"", quote=False), html.unescape("&lt;p&gt; &amp;amp; &#65;&#x42; &eacute; &quot; & &lt &copy; x&y"))
