"""Digests are those of the standard library, however they are loaded."""

import hashlib

from lawcheck.reading.digests import blake2b, digest


def test_a_digest_is_that_of_the_standard_library() -> None:
    given = "示例区".encode()
    assert blake2b(given, digest_size=8).hexdigest() == hashlib.blake2b(given, digest_size=8).hexdigest()


def test_parts_that_are_divided_otherwise_have_another_digest() -> None:
    assert digest(b"ab", b"c") == digest(b"ab", b"c")
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4
