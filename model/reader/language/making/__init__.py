"""Makes steps of what fills a form's slots, whatever the language. A maker's docstring names these slots."""
