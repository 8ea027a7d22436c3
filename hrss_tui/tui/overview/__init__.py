"""The first page: what the package holds, and where to begin.

Comes in: a glance at the package, then the package. Goes out: lines that lead to other pages.
"""
