"""The page of search: what was asked, its answer as lines, the figures of a hit.

Comes in: what is typed. Goes out: an answer, lines, and the page itself.
"""
