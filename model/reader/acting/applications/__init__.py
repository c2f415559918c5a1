"""What windows and applications do: their commands, files, search and switching."""
