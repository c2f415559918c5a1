"""What the screen shows, what of it moves by itself, and when it is quiet."""
