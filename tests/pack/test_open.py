"""The fast reader gives what the thorough one gives, and hands over to it whatever is not plain."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import msgpack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrss_tui.errors import PackError
from hrss_tui.pack.digest import LARGE, sha256_hex
from hrss_tui.pack.msgpack import ODD, value
from hrss_tui.pack.open import LARGEST_HEAD, SHAPE, LightPack, light, open_light, shape
from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.pack.write import encode_package, head_digest
from hrss_tui.records import GlossaryTerm
from tests.robustness.mutations import encoded

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(PLAIN)
def test_values_are_read_as_written(written: object) -> None:
    data = msgpack.packb(written)
    assert value(data, 0) == (written, len(data))


@pytest.mark.parametrize("size", [15, 16, 31, 32, 255, 256, 65535, 65536])
def test_every_length_of_text_and_list_is_read(size: int) -> None:
    for written in ("x" * size, ["一"] * size, list(range(size))):
        data = msgpack.packb(written)
        assert value(data, 0) == (written, len(data))


def test_every_column_is_the_same(pack_data: bytes) -> None:
    fast, thorough = light(pack_data, "p"), decode_pack(pack_data, "p")
    assert fast.schema == thorough.schema
    for table, columns in thorough.schema.items():
        assert fast.count(table) == thorough.count(table)
        for column in columns:
            assert fast.column(table, column["name"]) == thorough.column(table, column["name"])


def test_texts_need_no_msgspec(pack_data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hrss_tui.pack.read", None)  # importing it would now fail
    pack = light(pack_data, "p")
    for name in ("text", "kind", "breaks", "line_start", "doc_id"):
        assert len(pack.column("blocks", name)) == pack.count("blocks")


def small(extra: dict[str, object] | None = None, text: str = "定义") -> bytes:
    rows = [GlossaryTerm(term="术语", definition=text, doc_id="a-2020", line_start=1, line_end=1)]
    return encode_package(
        {"name": "small", "version": "1.0.0", "sources": []}, {"glossary": rows}, extra or {}
    )


SMALL = small()


def opened(data: bytes, folder: Path) -> LightPack | Pack:
    path = folder / "small.msgpack"
    path.write_bytes(data)
    return open_light(str(path))  # type: ignore[return-value]


@settings(max_examples=500, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_no_damage_is_overlooked(place: int, mask: int) -> None:
    data = bytearray(SMALL)
    data[place] ^= mask
    with pytest.raises((*ODD, PackError)):
        pack = light(bytes(data), "p")
        for table, columns in pack.schema.items():
            for column in columns:
                pack.column(table, column["name"])


def test_a_package_without_sizes_is_opened_by_the_thorough_reader(tmp_path: Path) -> None:
    plain = msgpack.unpackb(SMALL)
    del plain["sizes"]
    from hrss_tui.pack.write import head_digest

    head = {key: plain[key] for key in plain if key not in ("tables", "head_digest")}
    data = msgpack.packb({**head, "head_digest": head_digest(head), "tables": plain["tables"]})
    assert isinstance(opened(SMALL, tmp_path), LightPack)
    pack = opened(data, tmp_path)
    assert isinstance(pack, Pack)
    assert pack.column("glossary", "term") == ["术语"]


def test_unsafe_characters_are_replaced(tmp_path: Path) -> None:
    pack = opened(small(text="a\x1b[31m"), tmp_path)
    assert pack.column("glossary", "definition") == ["a\ufffd[31m"]


def test_a_missing_file_is_refused_in_the_usual_words(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="不存在"):
        open_light(str(tmp_path / "none.msgpack"))


def test_the_fast_reader_knows_the_columns_of_this_program(pack_data: bytes) -> None:
    found = shape(decode_pack(pack_data, "p").schema)
    assert found == SHAPE, f"the columns have changed: write SHAPE = {found!r} in hrss_tui/pack/open.py"


@pytest.mark.parametrize("path", ["/dev/zero", "."])
def test_what_is_no_file_is_left_to_the_thorough_reader(path: str) -> None:
    with pytest.raises(PackError):
        open_light(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PackError):
        open_light(str(tmp_path / "pipe"))


def test_a_head_that_would_fill_the_memory_is_left_to_the_thorough_reader() -> None:
    with pytest.raises(ODD):
        light(small({"later": [[]] * LARGEST_HEAD}), "p")


@pytest.mark.parametrize("change", [{"type": "integer"}, {"name": "other"}])
def test_columns_of_another_kind_are_left_to_the_thorough_reader(change: dict[str, str]) -> None:
    plain = msgpack.unpackb(small())
    plain["schema"]["glossary"][0].update(change)
    plain["head_digest"] = head_digest({key: plain[key] for key in plain if key != "tables"})
    data = msgpack.packb(plain)
    with pytest.raises(ODD):
        light(data, "p")
    with pytest.raises(PackError, match="glossary"):
        decode_pack(data, "p")


def test_an_integer_that_few_can_hold_is_refused_by_both_readers(pack_data: bytes) -> None:
    plain = msgpack.unpackb(pack_data)
    for table, column in (("glossary", "line_start"), ("blocks", "breaks")):
        changed = {**plain["tables"][table]}
        changed[column] = (
            [[2**63]] * len(changed[column]) if column == "breaks" else [2**63, *changed[column][1:]]
        )
        data = encoded({**plain, "tables": {**plain["tables"], table: changed}})
        with pytest.raises(PackError):
            light(data, "p").column(table, column)
        with pytest.raises(PackError):
            decode_pack(data, "p").column(table, column)


@pytest.mark.parametrize("size", [0, 1, 64, 100_000, LARGE, LARGE + 1])
@pytest.mark.parametrize("loaded", [True, False])
def test_digests_are_those_of_hashlib(size: int, loaded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    if not loaded:
        monkeypatch.delitem(sys.modules, "hashlib")
    assert sha256_hex(memoryview(data)[:size]) == hashlib.sha256(data[:size]).hexdigest()
