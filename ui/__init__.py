"""What people use: the command line and the panel. The only package that imports PySide6, in the panel's modules."""
