"""`python -m ui.cli` is `deskhand`."""

from ui.cli import main

main()
