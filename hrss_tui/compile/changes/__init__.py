"""Year-on-year explanations of a budget's narrative.

In: numbered statements. Out: `budget_changes` with amount, change, percentage and reason.
"""
