"""From YAML, CSV and JSON to tasks: every mistake at its place in the file."""
