"""The page of prefectures side by side: a table, its bars and its map.

Comes in: rows of the query of comparison. Goes out: cells, pictures, and the page itself.
"""
