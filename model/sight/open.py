"""Opens a sight with all that it can have: the reader of text, the finder of controls, the namer of icons."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

from model.sight.controls.controls import Controls
from model.sight.icons.elements import IconFinder
from model.sight.ocr import Ocr
from model.sight.outlines.both import BothOpinions
from model.sight.sight import Sight


@contextmanager
def open_sight(ocr: Ocr | None = None) -> Iterator[Sight]:
    """Have a sight while entered. A given reader of text is shared, and stays its owner's."""
    with ExitStack() as ends:
        reader = ocr or ends.enter_context(closing(Ocr()))
        controls = ends.enter_context(closing(Controls()))
        yield Sight(reader, BothOpinions(controls), IconFinder())
