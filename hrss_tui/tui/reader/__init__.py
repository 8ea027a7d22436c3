"""A document to read: its blocks laid out for a width, and the widget that shows them.

Comes in: blocks, marks. Goes out: what is drawn, where the cursor is. Only what is looked at is laid out.
"""
