"""Figures that sentences state: the blocks that no table reader has claimed to `observations`.

`squeezed` makes a text comparable and keeps the way back, `tokens` finds its numbers and what protects them,
`quantities` reads number, multiplier, unit and operator, `clauses` cuts sentences into statements, `times`, `when`,
`scopes` and `subjects` say of what a figure is, `reading` carries context from statement to statement, and
`extract` makes the records. `nonfacts` claims the digits that are no figures.
"""
