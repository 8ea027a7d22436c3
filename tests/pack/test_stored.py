"""A large package is read where it lies, and gives what reading all of it gives."""

from __future__ import annotations

from pathlib import Path

import msgpack
import pytest

from hrss_tui.cli.run import run
from hrss_tui.errors import PackError
from hrss_tui.pack import open as opening
from hrss_tui.pack.msgpack import ODD
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import decode_pack, open_pack
from hrss_tui.pack.stored import StoredPack, open_stored
from hrss_tui.pack.write import encode_columns, encode_package, head_digest
from hrss_tui.records import Check, GlossaryTerm
from hrss_tui.tui.desk.glance import glance

IDS = ("a-2030", "b-2031", "c-2032")


def term(doc_id: str, name: str) -> GlossaryTerm:
    return GlossaryTerm(term=name, definition=f"{name}的意思", doc_id=doc_id, line_start=3, line_end=4)


def check(doc_id: str, status: str, *records: str) -> Check:
    return Check(
        check_id=f"sum/{doc_id}/{len(records)}{status}", kind="sum", description="甲等于乙", left=1.0, right=1.0,
        difference=0.0, tolerance=0.0, unit="元", status=status, records=list(records), reason=None,
        doc_id=doc_id, line_start=3, line_end=4,
    )  # fmt: skip


TERMS = [term("a-2030", "甲"), term("b-2031", "乙"), term("b-2031", "丙"), term("a-2030", "丁")]
CHECKS = [
    check("a-2030", "exact", "a-2030:3.1"),
    check("a-2030", "fails", "a-2030:3.1", "b-2031:3.1", "prefecture_values/6501/x/c-2032"),
]
SMALL = encode_package(
    {"name": "s", "version": "1.0.0", "sources": []}, {"glossary": TERMS, "checks": CHECKS}, {}
)


def stored(data: bytes, folder: Path) -> StoredPack:
    path = folder / "small.msgpack"
    path.write_bytes(data)
    found = open_stored(str(path))
    assert isinstance(found, StoredPack)
    return found


@pytest.fixture(scope="module")
def pack_file(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("stored") / "built.msgpack"
    path.write_bytes(pack_data)
    return str(path)


def test_every_column_and_every_document_is_the_same(pack_file: str, pack_data: bytes) -> None:
    whole, here = decode_pack(pack_data, "p"), open_stored(pack_file)
    assert here.tables == whole.tables
    assert Places(here).checks == Places(whole).checks
    assert Places(here).across == Places(whole).across
    for table in whole.tables:
        assert here.columns(table) == whole.columns(table)
    for doc_id in whole.column("documents", "doc_id"):
        one, other = DocumentPack(whole, Places(whole), doc_id), DocumentPack(here, Places(here), doc_id)
        for table in whole.tables:
            assert one.columns(table) == other.columns(table)
            assert one.count(table) == other.count(table)


def test_a_large_package_is_read_where_it_lies(
    pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not isinstance(open_pack(pack_file), StoredPack)
    monkeypatch.setattr(opening, "LARGEST", 1000)
    assert isinstance(open_pack(pack_file), StoredPack)
    light = opening.open_light(pack_file)
    assert isinstance(light, opening.LightPack)
    assert isinstance(light.thorough(), StoredPack)
    (tmp_path / "none").write_bytes(b"\x81" + b"\xa3abc" * 1000)
    with pytest.raises(PackError):
        open_pack(tmp_path / "none")


def test_rows_of_a_document_that_lie_apart_are_read_together(tmp_path: Path) -> None:
    pack = stored(SMALL, tmp_path)
    places = Places(pack)
    assert [row.term for row in DocumentPack(pack, places, "a-2030").rows(GlossaryTerm)] == ["甲", "丁"]
    assert [row.term for row in DocumentPack(pack, places, "b-2031").rows(GlossaryTerm)] == ["乙", "丙"]
    assert DocumentPack(pack, places, "none").rows(GlossaryTerm) == []
    assert list(places.of("glossary", "a-2030")) == [0, 3]
    assert places.counts("glossary") == {"a-2030": 2, "b-2031": 2}
    assert places.counts("indicators") == {}


def test_what_is_said_of_checks(tmp_path: Path) -> None:
    for pack in (stored(SMALL, tmp_path), decode_pack(SMALL, "p")):
        places = Places(pack)
        assert places.checks == {("a-2030", "sum", "exact"): 1, ("a-2030", "sum", "fails"): 1}
    assert Places(stored(SMALL, tmp_path)).across == {"b-2031": ["a-2030"]}


def test_damage_in_one_document_leaves_the_others(tmp_path: Path) -> None:
    at = SMALL.index("乙的意思".encode())
    damaged = SMALL[:at] + "巳".encode() + SMALL[at + 3 :]
    pack = stored(damaged, tmp_path)
    places = Places(pack)
    assert [row.term for row in DocumentPack(pack, places, "a-2030").rows(GlossaryTerm)] == ["甲", "丁"]
    with pytest.raises(PackError, match="glossary"):
        DocumentPack(pack, places, "b-2031").rows(GlossaryTerm)
    with pytest.raises(PackError, match="glossary"):
        pack.column("glossary", "term")


def behind(**changes: object) -> bytes:
    """The package with something else behind its tables, sealed."""
    plain = msgpack.unpackb(SMALL, strict_map_key=False)
    plain["stretches"].update(changes)
    head = {key: plain[key] for key in plain if key not in ("tables", "head_digest", "stretches")}
    seal = {"head_digest": head_digest({**head, "stretches": plain["stretches"]})}
    return msgpack.packb({**head, **seal, "tables": plain["tables"], "stretches": plain["stretches"]})


GLOSSARY = msgpack.unpackb(SMALL)["stretches"]["tables"]["glossary"]


@pytest.mark.parametrize(
    "changes",
    [
        {"documents": ["a-2030"]},
        {"documents": "none"},
        {"tables": {}},
        {"tables": {"glossary": {**GLOSSARY, "rows": [9, 2, 1]}}},
        {"tables": {"glossary": {**GLOSSARY, "rows": [-1, 4, 1]}}},
        {"tables": {"glossary": {**GLOSSARY, "documents": [0, 1, 7]}}},
        {"tables": {"glossary": {**GLOSSARY, "sizes": {}}}},
        {"checks": [[0, "sum", "exact", 9]]},
        {"checks": [[7, "sum", "exact", 2]]},
    ],
)
def test_stretches_that_make_no_sense_are_not_relied_on(changes: dict[str, object], tmp_path: Path) -> None:
    pack = stored(behind(**changes), tmp_path)
    places = Places(pack)
    assert [row.term for row in DocumentPack(pack, places, "b-2031").rows(GlossaryTerm)] == ["乙", "丙"]
    assert sum(places.checks.values()) == 2


@pytest.mark.parametrize("extra", ["later", "stretches"])
def test_nothing_else_follows_the_tables(extra: str) -> None:
    plain = msgpack.unpackb(SMALL)
    head = {key: plain[key] for key in plain if key not in ("tables", "head_digest", "stretches")}
    last = {extra: 1, "last": 2}
    data = msgpack.packb(
        {**head, "head_digest": head_digest({**head, **last}), "tables": plain["tables"], **last}
    )
    with pytest.raises(ODD):
        opening.light(data, "p")
    assert decode_pack(data, "p").column("glossary", "term") == ["甲", "乙", "丙", "丁"]


def test_a_package_of_2_0_says_less_and_gives_the_same(pack_data: bytes, tmp_path: Path) -> None:
    plain = msgpack.unpackb(pack_data)
    head = {key: plain[key] for key in plain if key not in ("tables", "head_digest", "stretches", "summary")}
    older = msgpack.packb({**head, "head_digest": head_digest(head), "tables": plain["tables"]})
    assert glance(stored(older, tmp_path)) == glance(decode_pack(pack_data, "p"))
    assert Places(stored(older, tmp_path)).checks == Places(decode_pack(pack_data, "p")).checks


def test_columns_that_do_not_fit_each_other_are_written_whole() -> None:
    pack = decode_pack(SMALL, "p")
    columns = {**pack.columns("glossary"), "term": ["甲"]}
    data = encode_columns(pack.package, {"glossary": pack.schema["glossary"]}, {"glossary": columns}, {})
    assert msgpack.unpackb(data)["stretches"]["tables"] == {}


def test_every_table_of_a_large_package_is_exported(
    pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for largest in (10**9, 1000):
        monkeypatch.setattr(opening, "LARGEST", largest)
        out = tmp_path / str(largest)
        assert run(["--pack", pack_file, "export", "--format", "csv", "-o", str(out)]) == 0
        written.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) > 10
