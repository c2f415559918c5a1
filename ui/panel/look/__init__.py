"""How the panel looks: themes, colours, icons and the style sheet."""
