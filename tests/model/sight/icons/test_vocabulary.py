"""What people call icons."""

import pytest

from model.sight.icons.vocabulary import NAMES, icon_names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("close", "close"),
        ("the X", "close"),
        ("×", "close"),
        ("the gear icon", "settings"),
        ("Gear-shaped button", "settings"),
        ("a cog", "settings"),
        ("settings gear", "settings"),
        ("Magnifying glass", "search"),
        ("hamburger menu", "menu"),
        ("three dots", "more"),
        ("⋮", "more"),
        ("trash can icon", "delete"),
        ("bin", "delete"),
        ("floppy disk", "save"),
        ("pencil", "edit"),
        ("left arrow", "back"),
        ("plus sign", "add"),
        ("minimise", "remove"),
        ("bell", "notifications"),
        ("setings", "settings"),
        ("magnifing glass", "search"),
        ("关闭", "close"),
        ("关闭按钮", "close"),
        ("齿轮图标", "settings"),
        ("齿轮形状的图标", "settings"),
        ("那个放大镜", "search"),
        ("垃圾桶", "delete"),
        ("心形图标", "heart"),
        ("三个点的按钮", "more"),
        ("Ｘ", "close"),
        ("购物车", "cart"),
    ],
)
def test_what_people_say_means_an_icon(words: str, name: str) -> None:
    assert icon_names(words)[0] == name


@pytest.mark.parametrize(
    "words", ["", " ", "the", "icon", "按钮", "的", "banana", "Invoice 2024", "收据", "add user", "\n", "的图标"]
)
def test_other_words_mean_none(words: str) -> None:
    assert icon_names(words) == ()


def test_every_name_means_itself_first() -> None:
    assert [icon_names(name)[0] for name in NAMES] == list(NAMES)


def test_a_folder_may_be_drawn_open() -> None:
    assert icon_names("folder") == ("folder", "open")
