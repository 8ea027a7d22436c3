"""Tables that list prefectures or counties, and money that goes to them.

In: the tables of a document. Out: `prefecture_values`, `prefecture_totals`, the reference rows `prefectures`.
"""
