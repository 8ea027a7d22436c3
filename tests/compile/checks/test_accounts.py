"""Final accounts: income and spending differ by what is carried over, and the grand totals hold all of it."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check

ACCOUNTS = """青溪市水利局2031年度部门决算

第二部分 2031年度部门决算表

公开01表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t90.00\t一、农林水支出\t{spent}
本年收入合计\t90.00\t本年支出合计\t{spent}
使用非财政拨款结余\t2.00\t结余分配\t1.00
年初结转和结余\t8.00\t年末结转和结余\t{left}
总计\t100.00\t总计\t100.00

公开02表

收入决算表

单位：万元

科目编码\t科目名称\t本年收入合计\t财政拨款收入
213\t农林水支出\t{income}\t{income}
21303\t水利\t{income}\t{income}
2130305\t水利工程建设\t{income}\t{income}
\t合计\t{income}\t{income}

公开03表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
213\t农林水支出\t93.00\t53.00\t40.00
21303\t水利\t93.00\t53.00\t40.00
2130305\t水利工程建设\t93.00\t53.00\t40.00
\t合计\t93.00\t53.00\t40.00
"""


def checks(folder: Path, spent: str = "93.00", left: str = "6.00", income: str = "90.00") -> list[Check]:
    (folder / "a.txt").write_text(ACCOUNTS.format(spent=spent, left=left, income=income), "utf-8")
    return [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]


def failed(found: list[Check]) -> set[str]:
    return {row.kind for row in found if row.status == "fails"}


def test_accounts_that_carry_over_agree_with_themselves(tmp_path: Path) -> None:
    found = checks(tmp_path)
    assert failed(found) == set()
    kinds = {row.kind: row for row in found}
    assert kinds["carried_total"].status == "exact"
    assert [row.left for row in found if row.kind == "carried_total"] == [1_000_000.0, 1_000_000.0]
    assert kinds["accounts_income"].left == 900_000.0
    assert kinds["balance"].left == 1_000_000.0


def test_what_is_carried_over_must_make_up_the_total(tmp_path: Path) -> None:
    assert failed(checks(tmp_path, left="5.00")) >= {"carried_total"}


def test_the_overview_holds_the_income_of_its_table(tmp_path: Path) -> None:
    assert "accounts_income" in failed(checks(tmp_path, income="89.00"))


def test_the_overview_holds_the_spending_of_its_table(tmp_path: Path) -> None:
    assert failed(checks(tmp_path, spent="92.00", left="7.00")) == {"overview_expenditure"}


def test_sums_of_the_year_alone_need_not_be_equal_in_accounts(tmp_path: Path) -> None:
    text = ACCOUNTS.format(spent="93.00", left="6.00", income="90.00")
    cut = text.index("使用非财政拨款结余"), text.index("公开02表")
    told = "\n第三部分 决算情况说明\n\n一、收入支出决算总体情况说明\n\n青溪市水利局2031年度收入支出总计100.00万元。\n"
    (tmp_path / "a.txt").write_text(f"{text[: cut[0]]}\n{text[cut[1] :]}{told}", "utf-8")
    found = [row for row in compile_folder(tmp_path).tables["checks"] if isinstance(row, Check)]
    assert failed(found) == set()
    balance = next(row for row in found if row.kind == "balance")
    assert (balance.status, balance.right) == ("not_checkable", None)
    (tmp_path / "a.txt").write_text(text + told, "utf-8")
    whole = [row for row in compile_folder(tmp_path).tables["checks"] if isinstance(row, Check)]
    assert "exact" in {row.status for row in whole if row.kind == "narrative_amount"}
