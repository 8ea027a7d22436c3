"""The page of checks: the ledger, its counts, both sides of the current check.

Comes in: checks. Goes out: rows, lines, and the page itself.
"""
