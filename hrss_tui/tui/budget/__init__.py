"""The page of amounts: a tree, the parts of its current row, and all that is known of it.

Comes in: rows of the query of budgets. Goes out: nodes, rows, lines, and the page itself.
"""
