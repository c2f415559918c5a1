"""The error of this package, with a sentence that the user can act on."""


class ExportError(Exception):
    """There is nothing to export, or nowhere to; the sentence says what to do."""
