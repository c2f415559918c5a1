"""RapidOCR's text detector and recogniser: pixels in, boxes and texts out. The only file that knows RapidOCR.

It builds the two models on onnxruntime sessions of its own, because RapidOCR's configuration cannot switch off the
busy waiting of onnxruntime's threads, which costs half the speed where cores are shared
(https://github.com/RapidAI/RapidOCR/pull/451). The files are those in RapidOCR's wheel; nothing is downloaded. The
angle classifier is left out: text on a screen stands upright. It knows nothing of caching or of what is asked for.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.base import ModelError
from model.sight.onnx import onnxruntime, open_net
from model.sight.text_line import PixelBox

Pixels: TypeAlias = NDArray[np.uint8]
"""Shape (height, width, 3), blue first: the order that the models were trained on."""

_LONGEST_SIDE = 2560  # larger screens are shrunk for finding lines, never for reading them
_RECOGNISER_SHAPE = (3, 48, 160)  # narrower than the usual 320: screens are full of short words


@dataclass(frozen=True)
class Recognition:
    """A crop's text, its certainty (0 to 1) and the centres of its characters as parts of the crop's width."""

    text: str
    score: float
    centres: tuple[float, ...]


class _Options(dict[str, Any]):
    """Options as RapidOCR takes them: by key and by attribute."""

    def __getattr__(self, name: str) -> Any:
        return self[name]


class ReadingInterruptedError(Exception):
    """A call was broken off by `Engine.interrupt`."""


class Engine:
    """The two models, loaded. Calls come from one thread at a time, but for `interrupt`."""

    def __init__(self) -> None:
        RunOptions = onnxruntime().RunOptions  # noqa: N806 - its name; first, since RapidOCR imports it too
        try:
            import rapidocr
            from rapidocr.ch_ppocr_det import TextDetector
            from rapidocr.ch_ppocr_rec import TextRecInput, TextRecognizer
            from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError
        except ImportError as error:
            raise ModelError(f"The reader needs rapidocr: pip install rapidocr ({error}).") from error
        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        self._new_options: Callable[[], Any] = RunOptions
        self._options = RunOptions()
        self._failure: type[Exception] = ONNXRuntimeError
        models = Path(rapidocr.__file__).parent / "models"
        shared = {"engine_type": rapidocr.EngineType.ONNXRUNTIME}
        self._detector = TextDetector(
            _Options(
                shared,
                session=self._session(models / "PP-OCRv6_det_small.onnx"),
                limit_type="max",
                limit_side_len=_LONGEST_SIDE,
            )
        )
        self._recogniser = TextRecognizer(
            _Options(
                shared,
                session=self._session(models / "PP-OCRv6_rec_small.onnx"),
                lang_type=rapidocr.LangRec.CH,
                font_path=None,
                rec_batch_num=64,
                rec_img_shape=_RECOGNISER_SHAPE,
            )
        )
        self._input = TextRecInput

    def detect(self, image: Pixels) -> list[PixelBox]:
        """Return the upright boxes of the lines of text, in no promised order."""
        with self._interruptible():
            quads = self._detector(image).boxes
        return [] if quads is None else [_upright(quad) for quad in quads]

    def recognise(self, crops: Sequence[Pixels]) -> list[Recognition]:
        """Read crops of one line each, in one batch as wide as the widest."""
        with self._interruptible():
            output = self._recogniser(self._input(img=list(crops), return_word_box=True))
        read = zip(output.txts or (), output.scores, output.word_results, strict=True)
        return [_recognition(text, score, words) for text, score, words in read]

    def interrupt(self) -> None:
        """Make the call that is under way on another thread raise `ReadingInterruptedError`, within milliseconds."""
        self._options.terminate = True

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        options = self._options = self._new_options()
        try:
            yield
        except self._failure as error:
            if options.terminate:
                raise ReadingInterruptedError from error
            raise

    def _session(self, model: Path) -> Any:
        if not model.is_file():
            raise ModelError(f"{model} is missing: install rapidocr 3.10 again, its wheel holds that file.")
        return open_net(model, lambda base: _interruptible_session(base, lambda: self._options))


def _interruptible_session(base: Any, options: Callable[[], Any]) -> Any:
    """Return the kind of session that RapidOCR insists on, which runs with options of ours."""

    class Session(base):  # type: ignore[misc]
        def run(self, output_names: Any, input_feed: Any, run_options: Any = None) -> Any:
            return super().run(output_names, input_feed, run_options or options())

    return Session


def _upright(quad: NDArray[np.float32]) -> PixelBox:
    (x1, y1), (x2, y2) = quad.min(axis=0), quad.max(axis=0)
    return PixelBox(int(x1), int(y1), int(np.ceil(x2)), int(np.ceil(y2)))


def _recognition(raw: str, score: float, words: Any) -> Recognition:
    """Place each character by the column of the recogniser's output that wrote it; a space between its neighbours."""
    columns = iter([column for word in words.word_cols for column in word])
    known = [None if char.isspace() else (next(columns) + 0.5) / words.line_txt_len for char in raw.strip()]
    centres = np.array([np.nan if x is None else x for x in known], dtype=np.float64)
    gaps = np.isnan(centres)
    if gaps.any():
        places = np.arange(len(centres))
        centres[gaps] = np.interp(places[gaps], places[~gaps], centres[~gaps])
    return Recognition(raw.strip(), float(score), tuple(float(x) for x in centres))
