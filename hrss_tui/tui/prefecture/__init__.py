"""One prefecture on a page: its values with their ranks, the money assigned to it, what of each whole goes to none.

Comes in: the query of one prefecture. Goes out: two tables, lines, the page itself.
"""
