"""The error of this package, with a sentence that the user can act on."""


class ScoreError(Exception):
    """There is nothing to score, or nothing to score it by; the sentence says what to do."""
