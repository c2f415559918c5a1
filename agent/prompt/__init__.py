"""What a model is sent: the goal, the history and the screen in its own words and turns."""
