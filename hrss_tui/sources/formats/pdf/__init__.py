"""Pages of a PDF as a person sees them: characters and rulings to lines and grids, in a process of its own.

`reader` starts the process and is all that others import; `child` is the process. Between them: what is seen
(`frame`, `clips`, `strokes`, `objects`, `characters`), sheets of two pages (`folds`, `sheets`), lines (`lines`,
`prose`), tables (`rulings`, `grids`, `filling`, `aligned`), what only several pages tell (`furniture`, `joining`), and
the intermediate form (`layout`). Coordinates are points from the top left corner of the page as it is seen, y downwards.
"""
