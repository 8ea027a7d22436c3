"""The page of indicators: the list, the figures of one, the sentence of a figure.

Comes in: statements and outcomes. Goes out: rows, lines, and the page itself.
"""
