"""Domain knowledge as data: the TOML files of this folder, read once into frozen structs.

Nothing here is about a particular document: no figures, no line numbers, no document names.
"""

from hrss_tui.reference.budget_tables import (
    BudgetBlock,
    BudgetColumn,
    BudgetTable,
    IncomeLine,
    ThreePublicLine,
    budget_tables,
    column_roles,
    furniture,
    income_lines,
    match_column,
    qualifiers,
    shared_columns,
    three_public_item,
    three_public_lines,
    total_labels,
)
from hrss_tui.reference.classifications import (
    ClassificationCode,
    economic_codes,
    economic_names,
    functional_children,
    functional_codes,
    functional_names,
)
from hrss_tui.reference.indicators import Indicator, indicators
from hrss_tui.reference.metrics import Metric, metric_for_label, metrics
from hrss_tui.reference.prefectures import (
    Prefecture,
    PrefectureGroup,
    find_prefecture,
    prefecture_groups,
    prefecture_index,
    prefectures,
)
from hrss_tui.reference.quantities import find_changed, find_indicator, is_change
from hrss_tui.reference.table_titles import (
    is_of_indicators,
    is_of_planned_things,
    is_table_title,
    table_for_title,
)
from hrss_tui.reference.text import fold_label, fold_name
from hrss_tui.reference.units import base_unit, figure_words, missing_marks, multipliers, split_unit, units

__all__ = [
    "BudgetBlock",
    "BudgetColumn",
    "BudgetTable",
    "ClassificationCode",
    "IncomeLine",
    "Indicator",
    "Metric",
    "Prefecture",
    "PrefectureGroup",
    "ThreePublicLine",
    "base_unit",
    "budget_tables",
    "column_roles",
    "economic_codes",
    "economic_names",
    "figure_words",
    "find_changed",
    "find_indicator",
    "find_prefecture",
    "fold_label",
    "fold_name",
    "functional_children",
    "functional_codes",
    "functional_names",
    "furniture",
    "income_lines",
    "indicators",
    "is_change",
    "is_of_indicators",
    "is_of_planned_things",
    "is_table_title",
    "match_column",
    "metric_for_label",
    "metrics",
    "missing_marks",
    "multipliers",
    "prefecture_groups",
    "prefecture_index",
    "prefectures",
    "qualifiers",
    "shared_columns",
    "split_unit",
    "table_for_title",
    "three_public_item",
    "three_public_lines",
    "total_labels",
    "units",
]
