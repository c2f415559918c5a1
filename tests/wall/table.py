"""All cases: every way of pressing there is, fatal and harmless."""

from tests.wall.cases import applications, changes, keys, lists, menus, pointer, terminals, typing, words

CASES = [
    *pointer.CASES,
    *menus.CASES,
    *keys.CASES,
    *typing.CASES,
    *lists.CASES,
    *changes.CASES,
    *words.CASES,
    *terminals.CASES,
    *applications.CASES,
]
