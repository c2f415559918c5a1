"""A reply that is told again from its start is heard once."""

from model.server.retold import Retold


def heard(*tries: list[str]) -> list[str]:
    heard: list[str] = []
    retold = Retold(heard.append)
    for pieces in tries:
        retold.start_over()
        for piece in pieces:
            retold.tell(piece)
    return heard


def test_one_telling_passes_through() -> None:
    assert heard(["a", "b"]) == ["a", "b"]


def test_a_retelling_is_heard_from_where_the_first_broke_off() -> None:
    assert heard(["one ", "two"], ["on", "e two", " three", " four"]) == ["one ", "two", " three", " four"]


def test_a_piece_that_reaches_beyond_is_cut() -> None:
    assert heard(["one"], ["one two"]) == ["one", " two"]


def test_a_different_retelling_is_heard_whole() -> None:
    assert heard(["one"], ["o", "ther", "!"]) == ["one", "\nother", "!"]
