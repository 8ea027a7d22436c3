"""The audit accounts for every number of every source, and says where one is left."""

from pathlib import Path

from hrss_tui.compile.audit import audit, summary, unclaimed
from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import Observation
from tests.variants import PLAN


def test_nothing_is_left_of_the_seeds(compiled: Compiled) -> None:
    left = unclaimed(audit(compiled))
    assert [(token.doc_id, token.line, token.text) for token in left] == []


def test_every_digit_of_the_sources_is_audited(compiled: Compiled) -> None:
    tokens = audit(compiled)
    files = {document.source.parsed.file.name: document.source.parsed.file for document in compiled.documents}
    for name, file in files.items():
        printed = sum(char.isdigit() for line in file.lines for char in line)
        found = sum(char.isdigit() for token in tokens if token.source_file == name for char in token.text)
        assert found == printed > 0


def test_a_token_says_where_it_stands(compiled: Compiled) -> None:
    lines = {document.source.doc_id: document.source.parsed.file.lines for document in compiled.documents}
    for token in audit(compiled):
        text = lines[token.doc_id][token.line - 1]
        assert text[token.column - 1 : token.column - 1 + len(token.text)] == token.text


def test_an_observation_accounts_for_its_own_figure(compiled: Compiled) -> None:
    tokens = {token.by: token for token in audit(compiled) if token.fact}
    records = [record for record in compiled.tables["observations"] if isinstance(record, Observation)]
    whole = [record for record in records if tokens[record.observation_id].text == record.printed]
    assert len(whole) >= len(records) - 2  # a number broken over two lines is two tokens


def test_an_unread_figure_is_listed(tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8").replace("1\t伊犁州\t5.1\t", "1\t伊犁州\t5.1 7.77 x\t")
    (tmp_path / "plan.txt").write_text(text, "utf-8")
    left = unclaimed(audit(compile_folder(tmp_path)))
    assert "7.77" in [token.text for token in left]


def test_a_number_nobody_explains_is_listed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("2033年统计公报\n\n编号 77 甲，培训 5 人。\n", "utf-8")
    tokens = audit(compile_folder(tmp_path))
    assert [(token.text, token.fact, token.by is None) for token in tokens] == [
        ("2033", False, False),
        ("77", False, True),
        ("5", True, False),
    ]
    assert summary(tokens) == {"figure": 1, "unclaimed": 1, "year": 1}


def test_a_partly_claimed_number_is_left(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("培训 5 人。\n\n编号 7.2033年，甲\n", "utf-8")
    left = unclaimed(audit(compile_folder(tmp_path)))
    assert [token.text for token in left] == ["7.2033"]


def test_parts_in_a_hundred_of_amounts_are_classed_as_such(tmp_path: Path) -> None:
    page = (
        "<meta charset='utf-8'><h1>某市水务局2031年部门预算</h1><p>支出总表</p><p>单位：万元</p><table>"
        "<tr><td>科目编码<td>科目名称<td>2030年预算数<td>2031年预算数<td>增减%<tr><td>213<td>农林水支出<td>40.00<td>50.00<td>25.00</table>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    tokens = {token.text: token.by for token in audit(compile_folder(tmp_path)) if not token.fact}
    assert (tokens["25.00"], tokens["213"]) == ("share", "code")
    assert None not in tokens.values()
