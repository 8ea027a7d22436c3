"""Where a term and a policy are used: paragraphs with their counts, figures by their names."""

from __future__ import annotations

from hrss_tui.pack.read import Pack
from hrss_tui.query.policies import glossary, policies
from hrss_tui.query.uses import figures_of, passages, plain
from hrss_tui.records import Block, GlossaryTerm, Observation, Project, ProjectBasis
from tests.query.handmade import change, filled, line, pack_of


def block(number: int, text: str, kind: str = "paragraph") -> Block:
    return filled(
        Block, block_id=f"d:{number}", doc_id="d", kind=kind, text=text, line_start=number, line_end=number
    )


def test_quotation_marks_spaces_and_kinds_of_brackets_do_not_count() -> None:
    assert plain("“三公” 经费") == plain("三公经费")
    assert plain("某发〔2031〕7号") == plain("某发[2031] 7 号")
    assert plain("〈办法〉") == plain("<办法>")


def test_a_paragraph_counts_every_place_and_rows_of_tables_are_no_paragraphs() -> None:
    blocks = [
        block(1, "运行经费增加，运行 经费减少。"),
        block(2, "别的"),
        block(3, "运行经费 7.00", "table_row"),
        block(4, "一、运行经费", "list_item"),
    ]
    found = passages(blocks, "运行经费")
    assert [(one.line_start, one.count) for one in found] == [(1, 2), (4, 1)]
    assert passages(blocks, "") == []


def _pack() -> Pack:
    return pack_of(
        filled(GlossaryTerm, doc_id="d", term="运行经费", definition="指…", line_start=9, line_end=9),
        filled(GlossaryTerm, doc_id="e", term="运行经费", definition="另指…", line_start=9, line_end=9),
        change(None, 12, 3, name="机关运行经费", doc_id="d"),
        line(None, 12, doc_id="d", table_title="运行经费情况表"),
        line("20101", 5, doc_id="d", measure="basic", measure_label="其中：运行经费"),
        line("20102", 6, doc_id="d"),
        filled(
            Observation,
            observation_id="d:1",
            doc_id="d",
            subject="人均运行经费",
            unit="万元",
            printed="3",
            line_start=1,
        ),
        filled(
            Observation,
            observation_id="d:9",
            doc_id="d",
            subject="运行经费",
            unit="个",
            printed="4",
            line_start=9,
        ),
        block(1, "运行经费，又是运行经费"),
        block(9, "运行经费：指…"),
    )


def test_figures_are_found_by_name_column_and_title_but_not_in_the_definition() -> None:
    found = figures_of(_pack(), ["运行经费"])["运行经费"]
    assert [(one.name, one.amount) for one in found] == [
        ("人均运行经费", None),
        ("机关运行经费", 12 * 10**6),
        ("运行经费情况表 · 总计 · 合计", 12 * 10**6),
        ("科目20101 · 其中：运行经费", 5 * 10**6),
    ]


def test_a_term_is_that_of_the_document_which_defines_it() -> None:
    own, other = glossary(_pack())
    assert (own.doc_id, len(own.figures), own.passages, own.times) == ("d", 4, ("d:1",), (2,))
    assert (other.doc_id, other.figures, other.passages) == ("e", (), ())


def test_projects_of_one_name_rest_on_a_policy_each_and_a_paragraph_may_cite_it_twice() -> None:
    cited = [("a", 1, 20), ("a", 2, 20), ("b", 1, 30)]
    pack = pack_of(
        filled(Project, project_id="a", name="培训", amount=1),
        filled(Project, project_id="b", name="培训", amount=2),
        *(
            filled(
                ProjectBasis, project_id=one, ordinal=place, title=f"{mark}办法{end}", doc_number="某发〔2031〕7号",
                doc_id="d", line_start=at, line_end=at,
            )
            for (one, place, at), (mark, end) in zip(cited, [("〈", "〉"), ("<", ">"), ("〈", "〉")], strict=True)
        ),
    )  # fmt: skip
    (row,) = policies(pack)
    assert (row.project_ids, row.projects, row.cited) == (("a", "b"), ("培训",), 3)
    assert (row.places, row.times) == (("d:20", "d:30"), (2, 1))
    assert policies(pack, "某发[2031]7") == [row]
