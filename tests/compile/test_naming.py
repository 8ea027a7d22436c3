"""Ids of documents that share kind and year: told apart by what they are, never by order or file name."""

from __future__ import annotations

from itertools import permutations

from hrss_tui.compile.naming import holds_ids, key, own_ids, renamed
from hrss_tui.compile.one_file import CompiledFile, compile_documents
from hrss_tui.compile.pipeline import assemble
from hrss_tui.pack.read import Pack
from hrss_tui.records import Block, Document, Observation
from hrss_tui.sources.formats.form import SourceFile, digest
from hrss_tui.sources.manifest.said import DocumentInfo, Manifest


def compiled(name: str, *lines: str, doc_id: str | None = None) -> CompiledFile:
    file = SourceFile(name, digest("".join(lines).encode()), "utf-8", lines)
    return CompiledFile(name, tuple(compile_documents(file, (DocumentInfo(id=doc_id),))))


def bulletin(name: str, city: str, figure: str, issuer: str = "") -> CompiledFile:
    lines = [f"{city}2019年人力资源和社会保障事业发展统计公报", "", f"2019年，全市城镇新增就业{figure}人。"]
    return compiled(name, *lines, *(["", issuer, "", "2020年5月4日"] if issuer else []))


def test_one_document_of_a_kind_and_year_keeps_its_plain_id() -> None:
    found = assemble(Manifest(), [bulletin("a.txt", "泸州市", "3100")])
    assert [row.doc_id for row in found.tables["documents"] if isinstance(row, Document)] == ["bulletin-2019"]


def test_places_tell_bulletins_apart_in_any_order() -> None:
    files = [
        bulletin("a.txt", "泸州市", "3100"),
        bulletin("b.txt", "宜宾市", "4200"),
        bulletin("c.txt", "合江县", "510"),
    ]
    for order in permutations(files):
        found = assemble(Manifest(), list(order))
        assert not found.errors
        figures = {
            row.doc_id: row.value for row in found.tables["observations"] if isinstance(row, Observation)
        }
        assert figures == {
            "bulletin-2019-5105": 3100,
            "bulletin-2019-5115": 4200,
            "bulletin-2019-510522": 510,
        }


def test_every_id_of_a_renamed_document_begins_with_its_new_one() -> None:
    files = [bulletin("a.txt", "泸州市", "3100"), bulletin("b.txt", "宜宾市", "4200")]
    found = assemble(Manifest(), files)
    for row in found.tables["observations"]:
        assert isinstance(row, Observation)
        assert row.observation_id.startswith(f"{row.doc_id}:")
        assert row.block_id.startswith(f"{row.doc_id}:")
    for document in found.documents:
        assert all(
            claim.by.startswith(document.source.doc_id) for claim in document.harvest.claims if claim.fact
        )


def test_words_that_look_like_an_id_stay_when_it_is_exchanged() -> None:
    """Without a year the id is the kind alone, which is a word of other columns too."""
    files = [
        compiled("a.txt", "泸州市失业保险运行情况", "", "report:参加失业保险的职工很多。", "", "report"),
        compiled("b.txt", "宜宾市失业保险运行情况", "", "参加失业保险的职工不多。"),
    ]
    found = assemble(Manifest(), files)
    documents = [row for row in found.tables["documents"] if isinstance(row, Document)]
    assert [(row.doc_id, row.kind) for row in documents] == [
        ("report-5105", "report"),
        ("report-5115", "report"),
    ]
    texts = [row.text for row in found.tables["blocks"] if isinstance(row, Block)]
    assert "report:参加失业保险的职工很多。" in texts
    assert "report" in texts


def test_every_column_in_which_ids_of_a_package_stand_is_known_to_hold_them(pack: Pack) -> None:
    documents = set(pack.column("documents", "doc_id"))
    holding = {
        column["name"]
        for table, described in pack.schema.items()
        for column in described
        for value in pack.column(table, column["name"])
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, str) and one.partition(":")[0] in documents
    }
    assert {"doc_id", "block_id", "records"} < holding
    assert [name for name in holding if not holds_ids(name)] == []


def ids_of(*files: CompiledFile) -> list[str]:
    rows = [document.source.document for file in files for document in file.documents]
    new = own_ids(rows)
    return sorted(new.get(key(row), row.doc_id) for row in rows)


def test_the_issuer_tells_apart_what_is_of_one_place() -> None:
    files = [
        bulletin("a.txt", "泸州市", "3100", "泸州市统计局"),
        bulletin("b.txt", "泸州市", "32", "泸州市就业局"),
    ]
    assert ids_of(*files) == ["bulletin-2019-泸州市就业局", "bulletin-2019-泸州市统计局"]


def test_accounts_and_budget_of_a_department_are_told_apart_by_their_phase() -> None:
    files = [
        compiled("a.txt", "泸州市就业局2019年部门预算", "", "预算说明。"),
        compiled("b.txt", "泸州市就业局2019年部门决算", "", "决算说明。"),
    ]
    assert ids_of(*files) == ["budget-2019-budget", "budget-2019-final"]


def test_two_papers_of_one_body_are_told_apart_by_their_titles() -> None:
    files = [
        compiled("a.txt", "关于开展2019年技能培训的通知", "", "请认真执行。"),
        compiled("b.txt", "关于做好2019年稳岗工作的通知", "", "请认真执行。"),
    ]
    first, second = ids_of(*files)
    assert first != second
    assert all(each.startswith("plan-2019-") for each in (first, second))


def test_two_versions_of_a_document_keep_its_id_and_are_a_conflict() -> None:
    files = [bulletin("a.txt", "泸州市", "3100"), bulletin("b.txt", "泸州市", "3300")]
    assert ids_of(*files) == ["bulletin-2019", "bulletin-2019"]
    assert len(assemble(Manifest(), files).errors) == 1


def test_an_id_of_the_manifest_stays() -> None:
    file = bulletin("a.txt", "泸州市", "3100")
    named = compiled(
        "b.txt", "宜宾市2019年人力资源和社会保障事业发展统计公报", "", "全市新增就业9人。", doc_id="mine"
    )
    found = assemble(Manifest(), [file, named])
    assert {row.doc_id for row in found.tables["documents"] if isinstance(row, Document)} == {
        "bulletin-2019",
        "mine",
    }


def test_an_id_of_the_manifest_that_looks_like_ours_stays_too() -> None:
    own = compiled(
        "b.txt",
        "宜宾市2019年人力资源和社会保障事业发展统计公报",
        "",
        "全市新增就业9人。",
        doc_id="bulletin-2019",
    )
    for files in permutations([bulletin("a.txt", "泸州市", "3100"), own]):
        found = assemble(Manifest(), list(files))
        ids = {row.source_file: row.doc_id for row in found.tables["documents"] if isinstance(row, Document)}
        assert (ids, found.errors) == ({"a.txt": "bulletin-2019-5105", "b.txt": "bulletin-2019"}, ())


def test_the_same_text_twice_is_an_error_that_names_both_files() -> None:
    found = assemble(Manifest(), [bulletin("a.txt", "泸州市", "3100"), bulletin("b.txt", "泸州市", "3100")])
    assert len(found.errors) == 1
    assert "b.txt" in str(found.errors[0])


def test_only_whole_ids_are_exchanged() -> None:
    (document,) = bulletin("a.txt", "泸州市", "3100").documents
    row = next(row for row in document.harvest.records if isinstance(row, Observation))
    other = renamed(row, "bulletin-201", "x")
    assert other == row
