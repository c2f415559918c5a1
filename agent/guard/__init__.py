"""What stands between the model's wish and the desktop: each action is judged on a fresh look, then admitted or not."""
