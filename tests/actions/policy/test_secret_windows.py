"""A secret that is bound to windows is typed there and nowhere else."""

import pytest

from actions.policy.secret_windows import SecretsHere, is_titled, secrets_here

BOUND = {"bank": ("*My Bank*",), "mail": ("Inbox - *", "Webmail"), "nowhere": ()}


def names(*found: str) -> frozenset[str]:
    return frozenset(found)


@pytest.mark.parametrize("title", ["My Bank", "Sign in – my bank – Chromium", "ＭＹ　ＢＡＮＫ"])
def test_a_bound_secret_belongs_into_its_window(title: str) -> None:
    assert secrets_here(["bank"], BOUND, [title]) == SecretsHere(bound=names("bank"))


@pytest.mark.parametrize("titles", [[], [""], ["Chat"], ["My other Bank"], ["Bank"]])
def test_it_belongs_nowhere_else(titles: list[str]) -> None:
    assert secrets_here(["bank"], BOUND, titles) == SecretsHere(elsewhere=names("bank"))


def test_a_dialog_is_of_its_window() -> None:
    assert secrets_here(["bank"], BOUND, ["Password", "My Bank"]).bound == {"bank"}


def test_a_pattern_is_for_the_whole_title() -> None:
    assert secrets_here(["mail"], BOUND, ["Webmail"]).bound
    assert secrets_here(["mail"], BOUND, ["Not a Webmail"]).elsewhere


def test_a_secret_bound_to_no_window_belongs_nowhere() -> None:
    assert secrets_here(["nowhere"], BOUND, ["anything"]).elsewhere == {"nowhere"}


def test_of_what_is_not_bound_nothing_is_said() -> None:
    assert secrets_here(["pin"], BOUND, ["My Bank"]) == SecretsHere(unbound=names("pin"))
    assert secrets_here(["pin"], {}, []) == SecretsHere(unbound=names("pin"))


def test_several_are_sorted() -> None:
    here = secrets_here(["bank", "mail", "pin"], BOUND, ["My Bank"])
    assert here == SecretsHere(names("bank"), names("mail"), names("pin"))


def test_without_secrets_there_is_nothing_to_sort() -> None:
    assert secrets_here([], BOUND, ["My Bank"]) == SecretsHere()


@pytest.mark.parametrize(("pattern", "title"), [("[draft] *", "[Draft] Letter"), ("what?", "What?"), ("*", "")])
def test_only_the_star_and_the_question_mark_stand_for_others(pattern: str, title: str) -> None:
    assert is_titled([title], [pattern])


def test_brackets_are_themselves() -> None:
    assert not is_titled(["a"], ["[abc]"])
