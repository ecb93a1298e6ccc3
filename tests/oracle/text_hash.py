import base64
import binascii
import hashlib

for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    h = hashlib.new(name, b"hello")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name, getattr(hashlib, name)().hexdigest()[:20])
h = hashlib.sha256()
for part in ["a", "b", "é"]:
    h.update(part.encode())
c = h.copy()
c.update(b"x")
print(h.hexdigest() == hashlib.sha256("abé".encode()).hexdigest(), c.hexdigest()[:10], h.digest()[:4], hashlib.md5(b"x" * 10000).hexdigest())
print(int(hashlib.md5(b"key").hexdigest(), 16) % 16, "sha256" in hashlib.algorithms_available)
for call in [lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.md5(5), lambda: h.update("x")]:
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
for n in range(8):
    data = bytes(range(250, 250 + n)) if n < 6 else b"\xff" * n
    e = base64.b64encode(data)
    print(e, base64.b64decode(e) == data, base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data, base64.b16encode(data), base64.urlsafe_b64encode(data))
print(base64.b64decode("aGVs\nbG8="), base64.b64decode(b"aGk="), base64.urlsafe_b64decode("__4="), base64.b64encode(b"hi").decode("ascii"))
for text in ["a", "ab", "abc", "abcde", "====", "a===", "ab=c"]:
    try:
        print(text, base64.b64decode(text))
    except binascii.Error as e:
        print(text, type(e).__name__, e)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), binascii.hexlify(b"abc", "-"))
for text in ["0", "0g"]:
    try:
        binascii.unhexlify(text)
    except binascii.Error as e:
        print(e)
