"""Labels of a chart below a paragraph: they go on with no sentence, and a sentence whose type changes goes on."""

from __future__ import annotations

from hrss_tui.sources.document import parse
from tests.sources.formats.pdf.made import Sheet, read_pdf

PARTS = (
    "丁河市2031年就业补助资金合计640.5万元，分为岗位补贴和培训",
    "补贴，其中岗位补贴512.4万元，占80%；",
    "培训补贴128.1万元，占20%；",
)


def blocks(*pages: object) -> list[str]:
    """The texts of the blocks that are read of the pages drawn."""
    (document,) = parse(read_pdf(*pages))  # type: ignore[arg-type]
    return [block.text.text for block in document.blocks]


def paragraphs(page: Sheet) -> None:
    page.text(62, 60, "丁河市就业补助资金的安排，按照公开、公平的原则办理。", 16)
    for row, line in enumerate(PARTS):
        page.text(94, 100 + 30 * row, line, 16)


def test_labels_of_a_chart_are_read_by_themselves_and_with_what_stands_in_their_middle() -> None:
    def drawn(page: Sheet) -> None:
        paragraphs(page)
        page.text(230, 220, "培训补贴,", 10)
        page.text(239, 234, "20%", 10)
        page.text(380, 300, "岗位补贴, 80%", 10)
        page.text(180, 340, "岗位补贴  培训补贴", 11)
        page.text(94, 380, "以上资金由市财政局拨付，年底前全部发放到位，不得挪用", 16)
        page.text(62, 410, "或者截留。", 16)

    assert blocks(drawn)[1:] == [
        "".join(PARTS),
        "培训补贴,20%",
        "岗位补贴, 80%",
        "岗位补贴 培训补贴",
        "以上资金由市财政局拨付，年底前全部发放到位，不得挪用或者截留。",
    ]


def test_a_sentence_whose_type_changes_at_a_line_end_is_one() -> None:
    def drawn(page: Sheet) -> None:
        page.text(78, 60, "丁河市2031年就业补助资金的使用情况如下，岗位补贴支出为512.4万", 14)
        page.text(62, 84, "元，比上年增加31.2万元，主要用于公益性岗位的补贴和社会保险补贴，", 11)
        page.text(62, 102, "其中社会保险补贴为88.6万元。培训补贴支出为128.1万元，比上年略有增", 14)
        page.text(62, 126, "加。", 11)

    assert len(blocks(drawn)) == 1
