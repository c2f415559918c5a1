"""Other people's live tasks as ours."""
