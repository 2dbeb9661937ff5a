"""What a person has who signs in, and what time does to it."""

import base64
import hashlib
import hmac
import json
import struct
import time


def one_time_code(secret, offset=0):
    """The code that an authenticator shows (RFC 6238, SHA-1, six digits), `offset` periods of 30 seconds from now."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + offset), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def aged(token, seconds, key):
    """The token as it would be had it been given out so many seconds earlier. Takes the server's key: to a server, a
    person who was away for a quarter of an hour is somebody with such a token, so nobody has to wait for it."""
    head, claims, _ = token.split(".")
    claims = json.loads(decoded(claims))
    for name in ("iat", "nbf", "exp"):
        if name in claims:
            claims[name] -= seconds
    signed = f"{head}.{encoded(json.dumps(claims).encode())}"
    return f"{signed}.{encoded(hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest())}"


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
