"""The kinds of check: `check.KIND` is what it is called, `check.KIND.means` what must equal what.

This is the one list of them; the key is what a check gives as its `kind`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "check.row_sum": ("行内合计", "Row totals"),
    "check.row_sum.means": (
        "同一行中，合计等于各分栏之和",
        "In one row the total equals the sum of its columns",
    ),
    "check.level_sum": ("逐级合计", "Sums by level"),
    "check.level_sum.means": (
        "同一栏中，上一级等于下一级之和（类=款之和，款=项之和，总计=类或单位之和）",
        "In one column each level equals the sum of the level below it",
    ),
    "check.leaf_sum": ("末级合计", "Sums of the lowest level"),
    "check.leaf_sum.means": (
        "同一栏中，总计、类或单位等于其下最末一级（项或项目）之和",
        "In one column a total, class or unit equals the sum of its lowest level",
    ),
    "check.balance": ("收支平衡", "Income equals spending"),
    "check.balance.means": (
        "同一张表中，收入总计等于支出总计",
        "In one table total income equals total spending",
    ),
    "check.carried_total": ("总计与结转结余", "Totals with what is carried over"),
    "check.carried_total.means": (
        "总计等于本年合计加上年初结转和结余、使用非财政拨款结余（支出一侧：结余分配、年末结转和结余）",
        "A grand total equals the total of this year and what is carried over",
    ),
    "check.accounts_income": ("决算总表与收入决算表", "Accounts overview against income"),
    "check.accounts_income.means": (
        "收入支出决算总表的本年收入合计等于收入决算表的合计；财政拨款总表的等于其财政拨款收入",
        "This year's income of the overviews equals that of the table of income",
    ),
    "check.stated_completion": ("完成比例", "Completion as stated"),
    "check.stated_completion.means": (
        "文中或表中一行的完成百分比等于实际数除以预算数（任务数、计划数）",
        "A percentage of a budget or task, in the text or in a row of a table, is the outcome divided by it",
    ),
    "check.stated_share": ("文中占比", "Shares as stated"),
    "check.stated_share.means": (
        "文中的占比等于所说的部分除以所说的总数",
        "A share is the part divided by the whole that the text names",
    ),
    "check.stated_growth": ("文中增减幅度", "Growth as stated"),
    "check.stated_growth.means": (
        "文中或表中一行列出本期数与基数的，增减百分比由这两数得出",
        "A rate of growth follows from the two figures beside it, in the text or in a row of a table",
    ),
    "check.stated_change": ("文中增减额", "Changes as stated"),
    "check.stated_change.means": (
        "一句话或表中一行同时列出本期数、基数和增减额的，增减额等于本期数减基数",
        "Where one sentence or one row of a table states level, base and change, the change is level less base",
    ),
    "check.stated_balance": ("收支结余", "Balances as stated"),
    "check.stated_balance.means": (
        "本年收支结余等于收入减支出",
        "A balance is income less spending",
    ),
    "check.note": ("说明与表", "Notes against tables"),
    "check.note.means": (
        "称为空表的表没有金额，说明讲的是它所在的表",
        "A table that a note calls empty is empty, and the note is about it",
    ),
    "check.wording": ("文字", "Wording"),
    "check.wording.means": (
        "文中没有模板的遗留：二选一的词、待填的括号、没有写出的原因",
        "Nothing of a template is left: alternatives, brackets to fill in, reasons not given",
    ),
    "check.code": ("科目代码与名称", "Codes and names"),
    "check.code.means": (
        "科目代码存在，并与名称相符",
        "Codes exist and are those of their names",
    ),
    "check.overview_income": ("收支总表与收入表", "Overview against income table"),
    "check.overview_income.means": (
        "收支总表的支出科目与总计等于收入表同一科目的总计",
        "Codes and total of the overview's spending side equal those of the income table",
    ),
    "check.overview_expenditure": ("收支总表与支出表", "Overview against spending table"),
    "check.overview_expenditure.means": (
        "收支总表的支出科目与总计等于支出表同一科目的合计",
        "Codes and total of the overview's spending side equal those of the spending table",
    ),
    "check.overview_sources": ("收支总表与收入表的资金来源", "Sources of income"),
    "check.overview_sources.means": (
        "收支总表收入一侧的各项来源等于收入表总计行的对应栏",
        "The sources on the overview's income side equal the columns of the income table's total row",
    ),
    "check.income_expenditure": ("收入表与支出表", "Income table against spending table"),
    "check.income_expenditure.means": (
        "同一科目，收入表的总计等于支出表的合计",
        "For each code the income table and the spending table give the same total",
    ),
    "check.appropriation_codes": ("财政拨款各表与收入表", "Appropriations by code"),
    "check.appropriation_codes.means": (
        "同一科目，一般公共预算、政府性基金、国有资本经营预算支出之和等于收入表的财政拨款小计",
        "For each code, general budget, government funds and state capital add up to the income table's appropriation",
    ),
    "check.appropriation_classes": (
        "财政拨款收支总表与各支出表",
        "Appropriation overview against its tables",
    ),
    "check.appropriation_classes.means": (
        "财政拨款收支总表的科目等于对应支出表的同一科目",
        "Each code of the appropriation overview equals the same code of its spending table",
    ),
    "check.appropriation_income": ("财政拨款收支总表与收入表", "Appropriation overview against income"),
    "check.appropriation_income.means": (
        "财政拨款收支总表等于收入表的财政拨款小计，其来源等于收支总表的对应来源",
        "The appropriation overview equals the income table's appropriation, and its sources those of the overview",
    ),
    "check.fund_split": (
        "支出表与一般公共预算支出表的基本、项目支出",
        "Basic and project spending in two tables",
    ),
    "check.fund_split.means": (
        "资金全部来自一般公共预算的科目，两张表的基本支出、项目支出相同",
        "Codes paid wholly from the general budget have the same basic and project spending in both tables",
    ),
    "check.other_funds": ("非当年拨款资金", "Money beyond this year's appropriations"),
    "check.other_funds.means": (
        "支出表与财政拨款各支出表之差等于收入表的财政专户、单位资金与上年结转",
        "What the spending table has beyond the appropriation tables equals special accounts, unit funds and carry-over of the income table",
    ),
    "check.basic_economic": ("基本支出与经济分类", "Basic spending by economic class"),
    "check.basic_economic.means": (
        "一般公共预算支出表的基本支出等于基本支出表（经济分类）的总计",
        "Basic spending of the general budget equals the total of the table by economic class",
    ),
    "check.project_codes": ("项目支出与项目支出表", "Project spending against its table"),
    "check.project_codes.means": (
        "同一科目，一般公共预算支出表的项目支出等于项目支出表各单位、各项目之和",
        "For each code, project spending equals the sum over units and projects in the project table",
    ),
    "check.three_public_economic": ("“三公”经费与经济分类", "Three public expenses by economic class"),
    "check.three_public_economic.means": (
        "没有项目支出时，“三公”经费各项等于基本支出表对应的经济分类款",
        "Where no project pays for them, the three public expenses equal their economic classes",
    ),
    "check.outsourcing_project": ("委托业务费不超过所属项目", "Outsourcing within its project"),
    "check.outsourcing_project.means": (
        "项目的委托业务费不超过项目支出表中同一单位、同一项目的金额",
        "Outsourcing within a project does not exceed the project's amount in the project table",
    ),
    "check.carryover_tables": ("上年结转各表一致", "Carry-over in all tables"),
    "check.carryover_tables.means": (
        "结转结余表的总计等于收支总表与收入表的上年结转",
        "The carry-over table's total equals the carry-over of the overview and of the income table",
    ),
    "check.narrative_amount": ("情况说明与表", "Narrative against tables"),
    "check.narrative_amount.means": (
        "情况说明中的金额等于对应的表内金额",
        "An amount of the narrative equals the amount in the table it speaks of",
    ),
    "check.change_percent": ("增减幅度", "Percent of change"),
    "check.change_percent.means": (
        "增减百分比等于增减额除以由本年数与增减额推出的上年数",
        "The percentage equals the change divided by last year's amount, derived from amount and change",
    ),
    "check.change_sum": ("增减额之和", "Sums of changes"),
    "check.change_sum.means": (
        "总的增减额等于各部分增减额之和",
        "A total change equals the sum of its parts' changes",
    ),
    "check.share": ("占比", "Shares"),
    "check.share.means": (
        "占比等于部分除以总数",
        "A share equals the part divided by the total",
    ),
    "check.share_sum": ("占比之和", "Sums of shares"),
    "check.share_sum.means": (
        "各部分合起来是总数时，占比之和为 100%",
        "Where parts make up the total, their shares add up to 100%",
    ),
    "check.prefecture_sum": ("各地之和", "Sums of the prefectures"),
    "check.prefecture_sum.means": (
        "分地区表的合计等于各地（州、市）之和",
        "The region's total equals the sum of the prefectures",
    ),
    "check.project_parts": ("项目与资金分配", "Projects against their parts"),
    "check.project_parts.means": (
        "项目的预算安排规模等于资金分配各项之和",
        "A project's amount equals the sum of its allocations",
    ),
    "check.project_subparts": ("资金分配的其中项", "Parts of parts"),
    "check.project_subparts.means": (
        "资金分配中的一项等于其中各项之和",
        "A part of an allocation equals the sum of its own parts",
    ),
    "check.project_table": ("项目与项目支出表", "Projects against their table"),
    "check.project_table.means": (
        "情况说明中项目的规模等于项目支出表中属于它的各行之和",
        "A project of the narrative equals the rows that are of it in the project table",
    ),
    "check.project_total": ("各单位项目合计", "Projects of the units"),
    "check.project_total.means": (
        "项目支出表的总计与各单位合计等于情况说明所列项目之和",
        "Totals of the project table equal the sum of the projects listed in the narrative",
    ),
    "check.performance_money": ("绩效目标表的资金来源", "Money of performance tables"),
    "check.performance_money.means": (
        "绩效目标表的资金总额等于财政资金与其他资金之和",
        "The money of a performance table is the sum of fiscal and other money",
    ),
    "check.performance_department": ("部门整体绩效目标表与收入表", "Department goals against income"),
    "check.performance_department.means": (
        "部门整体绩效目标表的各项资金等于收入表总计行的对应栏",
        "The department's performance table equals the columns of the income table's total row",
    ),
    "check.performance_project": ("绩效目标表与项目", "Performance tables against projects"),
    "check.performance_project.means": (
        "绩效目标表的财政拨款等于情况说明中同一单位、同名项目的规模",
        "The appropriation of a performance table equals that project's amount in the narrative",
    ),
    "check.performance_weights": ("绩效指标权重", "Weights of performance targets"),
    "check.performance_weights.means": (
        "每张绩效目标表的权重之和等于规定的总分",
        "The weights of each performance table add up to the prescribed score",
    ),
    "check.performance_costs": ("成本指标不超过资金总额", "Costs within the money"),
    "check.performance_costs.means": (
        "绩效目标表的成本指标之和不超过该表的资金总额",
        "The cost targets of a performance table do not exceed its money",
    ),
    "check.indicator_sum": ("指标与组成", "Indicators and their parts"),
    "check.indicator_sum.means": (
        "总量指标（及其增减额）等于各组成指标之和",
        "An indicator (and its change) equals the sum of its parts",
    ),
    "check.indicator_part": ("部分不超过总量", "Parts within their whole"),
    "check.indicator_part.means": (
        "属于另一指标的一部分，不超过该指标",
        "What is part of another indicator does not exceed it",
    ),
    "check.stated_parts": ("其中与合计", "Parts as stated"),
    "check.stated_parts.means": (
        "文中或表中列出的各项（各月、各季度）之和等于所说的总数；“两项合计”等于前两项之和",
        "The parts listed in the text or in a table (months, quarters) add up to the total stated",
    ),
    "check.growth_rate": ("增长率", "Growth rates"),
    "check.growth_rate.means": (
        "增长率等于增减额除以由本期数与增减额推出的上期数",
        "A growth rate equals the change divided by the earlier value, derived from value and change",
    ),
    "check.average": ("年均数", "Means per year"),
    "check.average.means": (
        "年均数等于若干年的总数除以年数",
        "A mean per year equals the total of the years divided by their number",
    ),
    "check.stated_count": ("所说的数目", "Stated counts"),
    "check.stated_count.means": (
        "文中说的个数等于所列内容的个数",
        "A stated number of items equals the number of items listed",
    ),
    "check.prefecture_target": ("正文目标与分解表", "Targets of the text and the annex"),
    "check.prefecture_target.means": (
        "正文的目标等于分地区分解表的合计；目标是上限或下限时合计不越过它",
        "A target of the text equals the total of the annex by prefecture; one that is a bound is kept by it",
    ),
    "check.performance_goal": ("总体目标与指标值", "Goals against target rows"),
    "check.performance_goal.means": (
        "绩效总体目标中的数等于对应指标行的指标值",
        "A number in the overall goal equals the value of the target row it speaks of",
    ),
    "check.performance_same": ("部门与项目的同一指标", "One target in two tables"),
    "check.performance_same.means": (
        "部门整体与项目绩效目标表的同一指标，目标值相同",
        "The same target has the same value in the department's table and in the project's",
    ),
    "check.performance_tables": ("全部项目绩效目标表与预算", "All performance tables against the budget"),
    "check.performance_tables.means": (
        "项目绩效目标表的财政拨款、其他资金之和（按文件的说明加减）等于预算表的数",
        "The money of all project performance tables, adjusted as the document says, equals the budget tables",
    ),
    "check.derived_base": ("推出的同一时点数", "Bases derived twice"),
    "check.derived_base.means": (
        "两份文件由期末数减增减额推出的同一年末数相同",
        "Two documents imply the same value at the end of the earlier year",
    ),
    "check.growth_base": ("增长率与推出的基数", "Growth against a derived base"),
    "check.growth_base.means": (
        "增长率等于本期数与另一份文件推出的基数之比减一",
        "A growth rate equals the value divided by the base another document implies, less one",
    ),
    "check.previous_amount": ("推出的上年数与上年预算", "Last year's amounts in two budgets"),
    "check.previous_amount.means": (
        "由本年数与增减额推出的上年数等于上一年度预算表的数",
        "Last year's amount, derived from this year's and the change, equals last year's budget table",
    ),
    "check.initial_budget": ("决算的年初预算数与预算", "Initial budget in accounts against the budget"),
    "check.initial_budget.means": (
        "决算表中的年初预算数等于同一部门、同一年度公布的预算；合计不同的，范围可能不同，不作判断",
        "The initial budget that accounts print equals the budget published; where the totals differ the scope may, so nothing is said",
    ),
    "check.target_outcome": ("目标与实际", "Targets and outcomes"),
    "check.target_outcome.means": (
        "同一时期的实际数达到（或不超过）目标",
        "The outcome of a period reaches its target, or does not exceed it",
    ),
    "check.span_part": ("一年或几年不超过全部", "Years within spans"),
    "check.span_part.means": (
        "一年或几年的数不超过包含它的更长时期的累计数",
        "One or some years do not exceed the longer span that holds them",
    ),
    "check.span_sum": ("分期之和", "Spans and their years"),
    "check.span_sum.means": (
        "累计数等于各年（各段）之和",
        "A cumulative value equals the sum of its years or spans",
    ),
}

KINDS: Final = tuple(
    key.removeprefix("check.") for key in WORDS if key.startswith("check.") and key.count(".") == 1
)
"""The kinds themselves, in this order."""
