"""Packages in gzip: recognised by their first bytes, unpacked within bounds, written without time or name.

A compressed file may unfold to thousands of times its size. Packages compress six- to twenty-fold, so one that
claims more than a hundredfold is refused before it fills the memory; so is one whose first byte is no package's.
"""

from __future__ import annotations

import struct
from typing import Final

from hrss_tui.errors import PackError
from hrss_tui.words import phrase

MAGIC: Final = b"\x1f\x8b"
MAX_RATIO: Final = 100
_SPARE: Final = 2**20
"""What a small file may unfold to beyond the ratio."""
_HEADER: Final = MAGIC + b"\x08\x00" + b"\x00" * 4 + b"\x02\xff"
"""Deflate, no name, no time, best compression, no operating system."""
GZIP: Final = 31
"""Window bits by which zlib reads the header and compares the checksum."""


def compressed(data: bytes) -> bytes:
    """The bytes as a gzip file; the same bytes and the same zlib give the same file."""
    import zlib

    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    body = packer.compress(data) + packer.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def unpacked(data: bytes, name: str, most: int) -> bytes:
    """The bytes inside a gzip file, at most `most`; other bytes as they are. Raises PackError naming `name`."""
    if data[:2] != MAGIC:
        return data
    import zlib

    bound = min(most, MAX_RATIO * len(data) + _SPARE)
    unpacker = zlib.decompressobj(GZIP)
    try:
        first = unpacker.decompress(data, 1)
        if not _is_map(first):
            raise PackError(phrase("gzip.other", name=name), phrase("file.which"))
        plain = first + unpacker.decompress(unpacker.unconsumed_tail, bound)
    except zlib.error as error:
        raise PackError(phrase("gzip.damaged", name=name), phrase("file.again")) from error
    if len(plain) > bound:
        raise PackError(phrase("gzip.too_large", name=name, size=bound // 2**20), phrase("file.not_ours"))
    if not unpacker.eof or unpacker.unused_data:
        key = "gzip.more" if unpacker.eof else "gzip.truncated"
        raise PackError(phrase(key, name=name), phrase("file.again"))
    return plain


def _is_map(first: bytes) -> bool:
    """Does a msgpack map begin with this byte?"""
    return bool(first) and (0x80 <= first[0] <= 0x8F or first[0] in (0xDE, 0xDF))
