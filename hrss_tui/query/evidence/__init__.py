"""What shows that a figure stands where it is said to: its passage, its checks, its like, its citation.

Comes in: a package and the id of a record, a check or `document:line`. Goes out: structs that front ends print and
exports write. Knows no format.
"""
