"""Tables without rulings, or with too few of them: columns by what stands below each other, marked as aligned.

`blocks` finds lines that may be a table, `columns` where its columns are written, `heads` and `leaves` which head
each of them has, `tree` what heads stand over several, `rows` which lines are one row; `tables` puts it together.
"""
