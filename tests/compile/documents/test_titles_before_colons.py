"""Titles that hold a colon, or end with one, are titles all the same: they give the text its year and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text


@pytest.mark.parametrize(
    ("text", "title", "period"),
    [
        (
            "南宁市2034年“促就业、惠民生”成绩：\n√城镇新增就业3.1万人，完成104%\n√新建零工驿站18个，全区第一\n",
            "南宁市2034年“促就业、惠民生”成绩",
            "2034",
        ),
        (
            "2034年南宁市人社局部门绩效：公益性岗位项目\n"
            "全年安置就业困难人员1,260人，较上年1,180人增长6.8%；发放岗位补贴2,130万元，其中中央资金1,420万元、"
            "自治区资金480万元、市级资金230万元；岗位人员满意度达到95%以上，到期退出人员再就业310人。\n",
            "2034年南宁市人社局部门绩效：公益性岗位项目",
            "2034",
        ),
        (
            "南宁市2034年城镇新增就业目标任务完成情况：目标3万人，完成3.1万人。\n",
            "南宁市2034年城镇新增就业目标任务完成情况",
            "2034",
        ),
    ],
)
def test_a_title_with_a_colon(tmp_path: Path, text: str, title: str, period: str) -> None:
    tables = compile_text(text, tmp_path)
    (document,) = tables["documents"]
    assert (document["title"], document["year"], document["place"]) == (title, 2034, "4501")
    assert tables["observations"]
    assert {row["period"] for row in tables["observations"]} - {"2033"} == {period}


@pytest.mark.parametrize(
    "head", ["各县（市、区）人社局：", "现将2034年有关情况通报如下：", "2034年主要目标是："]
)
def test_an_address_or_the_words_before_a_list_are_no_title(tmp_path: Path, head: str) -> None:
    text = f"{head}\n\n全市城镇新增就业3万人，失业人员再就业9,000人，技能培训1.2万人次。\n"
    (document,) = compile_text(text, tmp_path)["documents"]
    assert document["title"] != head.rstrip("：")
