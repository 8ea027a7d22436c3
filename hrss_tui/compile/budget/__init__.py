"""Budget tables and final accounts, whatever their layout: header, rows, codes, levels, repairs.

In: the tables of a document. Out: `budget_tables`, `budget_lines` and what was repaired (`corrections`).
"""
