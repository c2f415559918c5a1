"""Rounds in both languages, each written before the reader was tried on it, with its figures and what is refused."""

from tests.model.reader.language.sentences.mixed import (
    eighteenth,
    eleventh,
    fifteenth,
    fourteenth,
    nineteenth,
    seventeenth,
    sixteenth,
    thirteenth,
    twelfth,
    twentieth,
    twenty_fifth,
    twenty_first,
    twenty_fourth,
    twenty_second,
    twenty_sixth,
    twenty_third,
)

ROUNDS = (
    eleventh,
    twelfth,
    thirteenth,
    fourteenth,
    fifteenth,
    sixteenth,
    seventeenth,
    eighteenth,
    nineteenth,
    twentieth,
    twenty_first,
    twenty_second,
    twenty_third,
    twenty_fourth,
    twenty_fifth,
    twenty_sixth,
)
