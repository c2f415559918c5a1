"""What can be done to a desktop: actions, how models write them, where they land, how they are carried out.

Knows nothing of models, of the loop or of Qt. Importing it needs no display.
"""
