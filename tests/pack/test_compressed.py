"""Packages in gzip open like plain ones; bombs, stumps and disguises are refused in time and memory."""

from __future__ import annotations

import gzip
import resource
import time
import zlib
from pathlib import Path

import pytest

from hrss_tui.errors import PackError
from hrss_tui.pack import compressed
from hrss_tui.pack.read import decode_pack, open_pack


def test_a_compressed_package_is_recognised_by_content(pack_data: bytes, tmp_path: Path) -> None:
    (tmp_path / "any.name").write_bytes(compressed.compressed(pack_data))
    pack = open_pack(tmp_path / "any.name")
    plain = decode_pack(pack_data, "plain")
    assert all(pack.columns(table) == plain.columns(table) for table in plain.tables)


def test_what_gzip_wrote_opens_too_and_gzip_opens_what_we_write(pack_data: bytes) -> None:
    assert decode_pack(gzip.compress(pack_data), "p").tables
    packed = compressed.compressed(pack_data)
    assert gzip.decompress(packed) == pack_data
    assert len(packed) * 4 < len(pack_data)


def test_it_is_written_without_clock(pack_data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compressed.compressed(pack_data)
    monkeypatch.setattr("time.time", lambda: 1.0)
    assert compressed.compressed(pack_data) == first


def test_stumps_changes_and_additions_are_refused(pack_data: bytes) -> None:
    packed = compressed.compressed(pack_data)
    for size in (2, 3, 10, 11, 12, 1000, len(packed) // 2, len(packed) - 8, len(packed) - 1):
        with pytest.raises(PackError, match="p"):
            decode_pack(packed[:size], "p")
    for place in range(10, len(packed), len(packed) // 40):
        changed = bytearray(packed)
        changed[place] ^= 0x55
        with pytest.raises(PackError):
            decode_pack(bytes(changed), "p")
    with pytest.raises(PackError):
        decode_pack(packed + b"\0", "p")
    with pytest.raises(PackError):
        decode_pack(packed + packed, "p")


def bomb_of(first: bytes) -> bytes:
    """A byte and 512 MiB of zeros: one MiB is compressed, and stands there so often."""
    packer, block = zlib.compressobj(9, zlib.DEFLATED, -15), b"\x00" * 2**20
    head, body = (packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH) for data in (first, block))
    check = zlib.crc32(first)
    for _ in range(512):
        check = zlib.crc32(block, check)
    end = check.to_bytes(4, "little") + (1 + 512 * 2**20).to_bytes(4, "little")
    return gzip.compress(b"", mtime=0)[:10] + head + body * 512 + packer.flush() + end


@pytest.mark.parametrize("first", [b"\x00", b"\x8f", b"\xdf"])
def test_a_bomb_is_refused_in_a_second_and_in_little_memory(first: bytes) -> None:
    bomb = bomb_of(first)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    with pytest.raises(PackError):
        decode_pack(bomb, "bomb")
    assert time.process_time() - begun < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_gzip_within_gzip_is_no_package(pack_data: bytes) -> None:
    with pytest.raises(PackError):
        decode_pack(compressed.compressed(compressed.compressed(pack_data)), "p")
