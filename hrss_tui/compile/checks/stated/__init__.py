"""Checks of tables of indicators: what stands beside each other in a row, and what rows add up to.

In: the observations of rows of tables. Out: checks.
"""
