"""Budget tables and final accounts, whatever their layout: header, rows, codes, levels, repairs.

In: the tables of a document. Out: `budget_tables`, `budget_lines` and what was repaired (`corrections`).

A table passes through the modules in this order: `gather` (which segments, which kind), `rulers` (header rows),
`header` (labels of columns), `sides` (measures, blocks side by side), `rows` and `readings` (cells of a row, rows put
together by `names`), `places` (codes, levels, units), `lines` (records) with `parents`; `extract` leads.
"""
