"""The elements of an Android screen, out of its accessibility trees as they are recorded.

Sources: `android_accessibility_forest.proto` of android_env; what counts as an element is chosen as UGround's
`extract_raw.py` chooses it with android_world's `forest_to_ui_elements`: a leaf, or what is described or scrolls, that
says something and can be seen.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasks.recorded.formats.wire import Value, fields, messages, signed
from tasks.recorded.steps import Size

_WINDOWS, _TREE, _NODES = 1, 11, 1
_BOUNDS, _DESCRIPTION, _TEXT, _SCROLLS, _IS_SEEN, _CHILDREN = 2, 4, 7, 21, 23, 25
_ANY: Size = (1_000_000, 1_000_000)
_EDGES = ("x_min", "y_min", "x_max", "y_max")  # fields 1 to 4


def nodes(forest: bytes, size: Size | None) -> Iterator[dict[str, Any]]:
    """Yield the elements on a screen of this size as `extract_raw.py` writes them. Raises `BadRecordError`."""
    for window in messages(memoryview(forest), _WINDOWS):
        for tree in messages(window, _TREE):
            for message in messages(tree, _NODES):
                node = _Node.read(message)
                if node.counts and node.is_on(size or _ANY):
                    yield node.as_json()


@dataclass(frozen=True)
class _Node:
    """What is read of a node; `bounds` are left, top, right and bottom in pixels."""

    bounds: tuple[int, int, int, int]
    text: str
    description: str
    is_seen: bool
    is_leaf: bool
    scrolls: bool

    @classmethod
    def read(cls, message: memoryview) -> "_Node":
        found: dict[int, Value] = dict(fields(message))
        edges: dict[int, Value] = defaultdict(int)  # a field that is 0 is not written
        if isinstance(bounds := found.get(_BOUNDS), memoryview):
            edges.update(fields(bounds))
        left, top, right, bottom = (signed(edge) if isinstance(edge := edges[n], int) else 0 for n in range(1, 5))
        return cls(
            (left, top, right, bottom),
            _text(found.get(_TEXT)),
            _text(found.get(_DESCRIPTION)),
            bool(found.get(_IS_SEEN)),
            _CHILDREN not in found,
            bool(found.get(_SCROLLS)),
        )

    @property
    def counts(self) -> bool:
        """Whether it is an element that says something."""
        says = bool(self.text or self.description)
        return says and self.is_seen and (self.is_leaf or bool(self.description) or self.scrolls)

    def is_on(self, size: Size) -> bool:
        """Whether some of it lies on the screen."""
        left, top, right, bottom = self.bounds
        return left < right and top < bottom and left < size[0] and top < size[1] and right > 0 and bottom > 0

    def as_json(self) -> dict[str, Any]:
        box = dict(zip(_EDGES, self.bounds, strict=True))
        return {"text": self.text or None, "content_description": self.description or None, "bbox_pixels": box}


def _text(value: Value | None) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, memoryview) else ""
