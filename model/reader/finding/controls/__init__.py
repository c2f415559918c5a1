"""What kinds of controls there are, and what belongs to one."""
