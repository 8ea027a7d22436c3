"""The parts screens are made of: they draw what they are given and post messages; none knows a page."""
