from model.glm.writing.lookup import Lookup


def test_an_ending_goes_on_as_it_did_before() -> None:
    assert Lookup([1, 2, 3, 4, 5], [2, 3]).after([], 2) == [4, 5]


def test_an_ending_that_is_new_gives_nothing() -> None:
    assert Lookup([1, 2, 3, 4, 5], [3, 2]).after([], 2) == []


def test_one_token_alone_is_no_ending() -> None:
    assert Lookup([1, 2, 3], [2]).after([], 2) == []


def test_the_latest_occurrence_wins() -> None:
    assert Lookup([1, 2, 3], [1, 2, 4], [1, 2]).after([], 1) == [4]


def test_the_longest_ending_wins() -> None:
    assert Lookup([1, 2, 3, 7], [9, 2, 3, 8], [1, 2, 3]).after([], 1) == [7]


def test_what_is_guessed_counts_as_written() -> None:
    assert Lookup([1, 2, 3, 4], []).after([2, 3], 5) == [4]


def test_texts_do_not_run_into_one_another() -> None:
    assert Lookup([1, 2], [3, 4], [2, 3]).after([], 1) == []


def test_it_learns_what_is_written() -> None:
    lookup = Lookup([])
    for token in (5, 6, 7, 5, 6):
        lookup.append(token)
    assert lookup.after([], 3) == [7, 5, 6]
