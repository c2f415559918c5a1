"""A run or a task as one animated picture."""
