"""Performance tables of a department that does not exist, printed whole or damaged, and their compiled rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.compile.performance import extract as performance
from hrss_tui.records import Correction, PerformanceTable, PerformanceTarget, Unread
from hrss_tui.sources.decode import decode
from hrss_tui.sources.document import parse
from hrss_tui.sources.manifest.said import DocumentInfo

HEADER = (
    *("一级指标", "二级指标", "三级指标", "指标值", "指标值设置依据"),
    *("上年完成值", "指标分值权重", "指标赋分规则", "佐证资料"),
)
PROSE = "某省某厅按照预算管理的要求编制了本年度的部门预算，各项工作任务的绩效目标经过集体研究确定，并随同部门预算一并公开，接受社会监督。"
FIELDS = (
    "预算单位\t\t某省某中心\t\t\t\t\t\t",
    "项目名称\t\t某专项\t\t\t\t项目负责人\t钱小明\t",
    "项目资金(万元)\t\t年度预算总额\t1,234.50\t其中: 财政拨款\t1,000.00\t其他资金\t234.50\t",
    "项目总体目标\t\t2033 年完成培训 46 次。\t\t\t\t\t\t",
)
ROWS = (
    "产出指标\t数量指标\t培训次数\t>=46 次\t历史标准\t41 次\t15\t按照完成比例赋分\t工作资料",
    "\t\t编印手册数量\t=3,200 册\t计划标准\t-\t15\t按照完成比例赋分\t工作资料",
    "\t质量指标\t培训合格率\t>=93.5%\t历史标准\t92%\t10\t按照完成比例赋分\t工作资料",
    "成本指标\t经济成本指标\t人均培训费\t<=480 元/人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证",
    "效益指标\t社会效益指标\t提升服务能力\t有效提升\t计划标准\t-\t20\t按评判等级赋分\t说明材料",
    "满意度指标\t满意度指标\t学员满意度\t>=88%\t计划标准\t-\t10\t满意度赋分\t工作资料",
)


class Made(msgspec.Struct):
    """What a made-up document gave."""

    source: Source
    harvest: Harvest

    @property
    def targets(self) -> list[PerformanceTarget]:
        return [row for row in self.harvest.records if isinstance(row, PerformanceTarget)]

    @property
    def tables(self) -> list[PerformanceTable]:
        return [row for row in self.harvest.records if isinstance(row, PerformanceTable)]

    @property
    def corrections(self) -> list[Correction]:
        return [row for row in self.harvest.records if isinstance(row, Correction)]

    @property
    def unread(self) -> list[Unread]:
        return [row for row in self.harvest.records if isinstance(row, Unread)]

    def facts(self) -> list[dict[str, Any]]:
        """The indicator rows without their places and without how the value is printed."""
        places = ("target_id", "table_id", "doc_id", "line_start", "line_end", "printed")
        return [
            {key: value for key, value in msgspec.to_builtins(row).items() if key not in places}
            for row in self.targets
        ]


def form(
    rows: Sequence[str] = ROWS,
    fields: Sequence[str] = FIELDS,
    header: Sequence[str] = HEADER,
    title: str = "项目支出绩效目标表",
) -> str:
    """One table with its title."""
    return "\n".join([title, "", "(2033 年)", "", *fields, "\t".join(header), *rows])


def read(*forms: str, prose: str = PROSE) -> Made:
    """Read a document of these tables between paragraphs of prose."""
    text = "\n\n".join(["2033年某厅部门预算", prose, prose, *forms, "第四部分 名词解释", prose]) + "\n"
    parsed = parse(decode(text.encode(), "made.txt"))[0]
    document, year = metadata(parsed, DocumentInfo(id="made"))
    source = Source(parsed, document, year)
    return Made(source, performance.extract(source, Harvest()))


WHOLE = read(form()).facts()
