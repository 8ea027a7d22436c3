"""What the running text of a document says of itself, sentence by sentence, whoever read its figures.

In: the blocks and tables of one document. Out: checks of percentages against the figures beside them, balances, listed
items, items of the classification against the tables, notes, wording and codes. What is not surely said is not checked.
"""
