"""The page of comparison where departments, years, or a budget and its final accounts stand side by side.

Comes in: rankings and columns of the query of filings. Goes out: rows, bars, and the page itself.
"""
