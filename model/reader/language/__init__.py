"""What people say, in English and Chinese, as a plan. Knows nothing of the screen.

A goal is cut into sentences and clauses (`clauses`), each put into the plain imperative (`voice`), read by the first of
its language's `forms`; what a form's slots point at is read by the language's `noun_phrase`; conditions, loops and
pronouns join the clauses (`structure`, `context`). To add a way of saying a thing is to add a line to a table.
"""
