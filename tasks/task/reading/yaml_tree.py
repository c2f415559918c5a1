"""Reads YAML into a tree that knows its places, without YAML's surprises.

A word is a number, true, false or null only where it is one in JSON, and keys are texts as written. A key that stands
twice, a tag of Python's and `<<` are mistakes.
"""

from typing import Final

import yaml

from tasks.task.reading.tree import START, Items, Leaf, Mapping, Mistake, Place, Tree, unquoted

_PREFIX: Final = "tag:yaml.org,2002:"
_MOST_NODES: Final = 100_000  # an alias of aliases grows without end
_DEEPEST: Final = 60


class _Loader(yaml.SafeLoader):
    """Takes every word as text: what it stands for is decided here."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, object]]] = {}  # noqa: RUF012 - PyYAML's own attribute


def read_yaml(text: str) -> tuple[Tree | None, list[Mistake]]:
    """Return what a YAML text says and every mistake in it; no tree for an empty text or one that is no YAML."""
    try:
        node = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        return None, [Mistake(_place(error.problem_mark or error.context_mark), _complaint(error))]
    except yaml.reader.ReaderError as error:
        return None, [Mistake(_place_of_character(text, error.position), "This character cannot stand in YAML.")]
    except RecursionError:
        return None, [Mistake(START, "This is nested too deeply.")]
    if node is None:
        return None, []
    planting = _Planting()
    return planting.tree(node), planting.mistakes


class _Planting:
    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self._inside: list[yaml.Node] = []
        self._nodes = 0

    def tree(self, node: yaml.Node) -> Tree:
        place = _place(node.start_mark)
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            if self._nodes == _MOST_NODES + 1:
                self._complain(node, "This file is too large: its aliases repeat too much.")
            return Leaf(None, "", place)
        if node in self._inside or len(self._inside) > _DEEPEST:
            inside = "This alias stands inside of what it repeats."
            self._complain(node, inside if node in self._inside else "This is nested too deeply.")
            return Leaf(None, "", place)
        self._inside.append(node)
        try:
            return self._of_kind(node, place)
        finally:
            self._inside.pop()

    def _of_kind(self, node: yaml.Node, place: Place) -> Tree:
        match node:
            case yaml.MappingNode():
                self._expect_tag(node, "map")
                return self._mapping(node, place)
            case yaml.SequenceNode():
                self._expect_tag(node, "seq")
                return Items(tuple(map(self.tree, node.value)), place)
            case yaml.ScalarNode():
                self._expect_tag(node, "str")
                return Leaf(node.value, node.value, place) if _is_quoted(node) else unquoted(node.value, place)
            case _:
                raise TypeError(f"YAML has no {type(node).__name__}.")

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Mapping:
        entries: dict[str, Tree] = {}
        keys: dict[str, Place] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(key_node, "A key is a single word or text; put {{…}} in quotes.")
                continue
            key = key_node.value
            if key == "<<" and not _is_quoted(key_node):
                self._complain(key_node, "`<<` is not understood: write out what it would bring.")
            elif key in keys:
                self._complain(key_node, f"`{key}` stands here twice, first in line {keys[key].line}.")
            else:
                keys[key], entries[key] = _place(key_node.start_mark), self.tree(value)
        return Mapping(entries, place, keys)

    def _expect_tag(self, node: yaml.Node, kind: str) -> None:
        if node.tag != _PREFIX + kind:
            tag = node.tag.replace(_PREFIX, "!!")
            self._complain(node, f"The tag `{tag}` is not understood; for a text, use quotes.")

    def _complain(self, node: yaml.Node, sentence: str) -> None:
        self.mistakes.append(Mistake(_place(node.start_mark), sentence))


def _is_quoted(node: yaml.ScalarNode) -> bool:
    """Say whether it is text for certain: in quotes, as a block, or by the tag `!!str`."""
    mark = node.start_mark
    return bool(node.style) or str(mark.buffer)[mark.pointer] == "!"


def _place(mark: yaml.Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else START


def _place_of_character(text: str, position: int) -> Place:
    before = text[:position]
    return Place(before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)


def _complaint(error: yaml.MarkedYAMLError) -> str:
    parts = [part for part in (error.context, error.problem) if part]
    return f"This is no YAML: {', '.join(parts)}."
