"""Budgets and final accounts of many departments and years side by side.

In: a package and what is asked (departments, years, a phase, a subject of spending). Out: rows with one amount per
filing, its change or share, and the record behind it. Only amounts of one kind of table, column and phase are compared.
"""
