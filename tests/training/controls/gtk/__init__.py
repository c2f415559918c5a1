"""Random windows of GTK widgets in the themes that Debian packages; the truth from the widgets' own places.

What runs in the system's Python, which alone has GTK's bindings, is `gtk3_program` and its neighbours.
"""
