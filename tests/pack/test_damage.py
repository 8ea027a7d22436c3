"""A damaged or hostile package is refused in one error, whatever the damage; nothing of it is shown."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import msgpack
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrss_tui.errors import PackError
from hrss_tui.pack.read import decode_pack, open_pack
from hrss_tui.pack.values import BadTypeError, column_values
from hrss_tui.pack.write import encode_package, head_digest
from hrss_tui.records import GlossaryTerm

TERMS = [
    GlossaryTerm(term=f"术语{n}", definition="定义" * n, doc_id="a-2020", line_start=n, line_end=n)
    for n in range(1, 9)
]
SMALL = encode_package({"name": "small", "version": "1.0.0", "sources": []}, {"glossary": TERMS}, {})


def read_all(data: bytes) -> None:
    pack = decode_pack(data, "p")
    for table in pack.tables:
        pack.columns(table)


def rebuilt(change: Any) -> bytes:
    """The small package with its plain structure changed; digests are made to fit."""
    plain = msgpack.unpackb(SMALL)
    change(plain)
    plain["digests"] = {
        name: hashlib.sha256(msgspec.msgpack.encode(table)).hexdigest()
        for name, table in plain["tables"].items()
    }
    head = {key: value for key, value in plain.items() if key not in ("tables", "head_digest")}
    plain["head_digest"] = head_digest(head)
    return msgspec.msgpack.encode(plain)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SMALL) - 1))
def test_a_truncated_package_is_refused(size: int) -> None:
    with pytest.raises(PackError, match="p"):
        read_all(SMALL[:size])


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_any_changed_byte_is_refused(place: int, mask: int) -> None:
    data = bytearray(SMALL)
    data[place] ^= mask
    with pytest.raises(PackError):
        read_all(bytes(data))


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        read_all(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x91" * 100_000 + b"\xc0",
        b"\x81\xa1a" + b"\x91" * 100_000 + b"\xc0",
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff\xa1a",
        b"\xdb\xff\xff\xff\xffabc",
        b"\x80",
        b"",
        SMALL + b"\x00",
    ],
    ids=["nested", "nested-value", "huge-list", "huge-map", "huge-text", "empty-map", "empty", "trailing"],
)
def test_bombs_are_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        read_all(data)


def lengths(plain: Any) -> None:
    plain["tables"]["glossary"]["definition"].pop()


def types(plain: Any) -> None:
    plain["tables"]["glossary"]["line_start"][0] = "1"


def nan(plain: Any) -> None:
    plain["tables"]["observations"]["value"] = [float("nan")]


def huge_integer(plain: Any) -> None:
    plain["tables"]["glossary"]["line_start"][0] = 2**64 - 1


def missing_column(plain: Any) -> None:
    del plain["tables"]["glossary"]["definition"]


def missing_table(plain: Any) -> None:
    del plain["tables"]["glossary"]


def newer(plain: Any) -> None:
    plain["format_version"] = [3, 0]


def no_version(plain: Any) -> None:
    plain["format_version"] = "1.0"


def other_format(plain: Any) -> None:
    plain["format"] = "something"


@pytest.mark.parametrize(
    "change",
    [lengths, types, nan, huge_integer, missing_column, missing_table, newer, no_version, other_format],
)
def test_what_does_not_fit_is_refused_even_with_digests_that_do(change: Any) -> None:
    with pytest.raises(PackError) as error:
        read_all(rebuilt(change))
    assert "\n" not in str(error.value) and error.value.hint


def test_repeated_keys_are_refused() -> None:
    first = SMALL[0] & 0x0F
    doubled = (
        bytes([0x80 | first + 1]) + msgspec.msgpack.encode("format") + msgspec.msgpack.encode("x") + SMALL[1:]
    )
    with pytest.raises(PackError, match="键重复"):
        read_all(doubled)


def test_what_is_not_known_is_ignored() -> None:
    def more(plain: Any) -> None:
        plain["later"] = {"a": [1, 2]}
        plain["schema"]["glossary"].append({"name": "extra", "type": "date?", "unit": "", "description": ""})
        plain["tables"]["glossary"]["extra"] = [None] * len(TERMS)
        plain["schema"]["new"] = [{"name": "x", "type": "integer", "unit": "", "description": ""}]
        plain["tables"]["new"] = {"x": [1]}
        plain["format_version"] = [1, 9]

    pack = decode_pack(rebuilt(more), "p")
    assert pack.rows(GlossaryTerm) == TERMS
    assert pack.column("new", "x") == [1]


def test_commands_in_texts_become_a_visible_sign_of_the_same_length() -> None:
    def hostile(plain: Any) -> None:
        plain["tables"]["glossary"]["term"][0] = "a\x1b]52;c;eA==\x07b\u202ec\u200b"
        plain["package"]["name"] = "x\x1b[2J"

    pack = decode_pack(rebuilt(hostile), "p")
    assert pack.column("glossary", "term")[0] == "a\ufffd]52;c;eA==\ufffdb\ufffdc\ufffd"
    assert "\x1b" not in pack.package["name"]


def test_files_that_are_none_are_refused_by_name(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    zeros = tmp_path / "zeros"
    with zeros.open("wb") as file:
        file.truncate(2 * 2**30)
    for path in (tmp_path, tmp_path / "nothing", pipe, Path("/dev/zero"), zeros):
        with pytest.raises(PackError) as error:
            open_pack(path)
        assert str(path) in str(error.value)


def test_a_head_without_its_digest_is_refused() -> None:
    plain = msgpack.unpackb(SMALL)
    del plain["head_digest"]
    with pytest.raises(PackError, match="摘要"):
        read_all(msgspec.msgpack.encode(plain))


@pytest.mark.parametrize(
    "key", [b"\x80", b"\x91\x80", b"\x81\x01\x02"], ids=["map", "list of a map", "map of numbers"]
)
def test_a_key_that_can_be_none_is_refused(key: bytes) -> None:
    """Libraries say so by errors of different kinds, one of their versions by another than the next."""
    with pytest.raises(PackError):
        decode_pack(b"\x82\xa6format\xadhrss-datapack\xa1x\x81" + key + b"\x01", "p")
    with pytest.raises(BadTypeError):
        column_values(b"\x91\x81" + key + b"\x01", "map of a later release")
