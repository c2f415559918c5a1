"""Other people's recorded tasks: read as they are published, asked of any model, scored as their authors score them."""
