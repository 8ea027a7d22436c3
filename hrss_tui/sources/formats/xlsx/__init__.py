"""Workbooks: what their sheets show, cell by cell."""
