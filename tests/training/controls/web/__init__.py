"""Random pages in Chromium: the default look, style sheets of our own, CSS frameworks; the truth from the DOM."""
