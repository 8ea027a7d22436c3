"""The parts screens are made of: lists, tables, trees, bars, fields.

Comes in: lines and rows. Goes out: what is drawn, and messages of what was chosen. No widget knows a page or a record.
"""
