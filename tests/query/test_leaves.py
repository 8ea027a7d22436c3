"""Pages and sheets: in citations, in what is shown, in search."""

import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.cite import cite
from hrss_tui.query.leaves import Pages
from hrss_tui.query.show import show
from hrss_tui.records import Block, Document, DocumentPage, Observation
from tests.query.handmade import filled, pack_of


@pytest.fixture(scope="module")
def pack() -> Pack:
    def page(
        doc: str, number: int, first: int, last: int, kind: str = "page", label: str = ""
    ) -> DocumentPage:
        return filled(
            DocumentPage, doc_id=doc, number=number, line_start=first, line_end=last, kind=kind, label=label
        )

    def block(doc: str, line: int, page: int | None, at: str | None = None) -> Block:
        return filled(
            Block, doc_id=doc, block_id=f"{doc}:{line}", kind="paragraph", text=f"第{line}段",
            line_start=line, line_end=line, page=page, at=at, breaks=[0, line],
        )  # fmt: skip

    return pack_of(
        *(filled(Document, doc_id=one, title=f"文件{one}", kind="budget", source_lines=9) for one in "abc"),
        page("a", 1, 1, 4),
        page("a", 3, 5, 9),
        page("b", 2, 1, 3, "sheet", "收支总表"),
        block("a", 2, 1, "10,20,300,40"),
        block("a", 6, 3),
        block("b", 2, 2, "A5:F5"),
        block("c", 1, None),
        *(
            filled(
                Observation,
                doc_id=doc,
                observation_id=f"{doc}:2.1",
                line_start=line,
                line_end=line,
                subject="某数",
                printed="5",
                unit="个",
                kind="actual",
                operator="=",
            )
            for doc, line in (("a", 6), ("b", 2), ("c", 1))
        ),
    )


def test_a_line_stands_on_its_page_or_on_none(pack: Pack) -> None:
    pages = Pages(pack)
    assert [pages.number("a", line) for line in (1, 4, 5, 9, 10)] == [1, 1, 3, 3, None]
    assert pages.label("b", 2) == "工作表“收支总表”"
    assert pages.label("c", 1) is None
    assert pages.lines("a", 3) == (5, 9)
    assert pages.lines("a", 2) is None


def test_a_citation_names_page_or_sheet_and_cells_and_only_without_them_the_line(pack: Pack) -> None:
    assert cite(pack, "a:2.1").text.endswith("第3页.")
    assert cite(pack, "b:2.1").text.endswith("工作表“收支总表”A5:F5.")
    assert cite(pack, "c:2.1").text.endswith("源文件第1行.")
    assert cite(pack, "a:2").text.endswith("第1页.")


def test_a_page_is_shown_whole_and_one_that_is_not_there_names_those_that_are(pack: Pack) -> None:
    assert [passage.text for passage in show(pack, "a", 5, 3)] == ["第6段"]
    with pytest.raises(NothingFoundError) as error:
        show(pack, "a", 5, 2)
    assert "1、3" in error.value.hint
    with pytest.raises(NothingFoundError):
        show(pack, "c", 5, 1)
