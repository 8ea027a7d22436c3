"""Tables of indicators whose rows are no places: insurances, indicators with their units, months, trades, offices.

In: the tables that nobody else has read. Out: observations, each of the place of its document.
"""
