"""Performance tables: the form's head, its targets, cells that a page break tore apart.

In: the tables of a document. Out: `performance_tables`, `performance_targets`.
"""
