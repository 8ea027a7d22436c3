"""Performance targets beside last year's results.

Comes in: rows of the query of targets, document by document. Goes out: cells, the reckoning of a difference, the page itself.
"""
