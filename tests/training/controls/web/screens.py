"""Shows random pages in a Chromium of its own and yields each as a sample."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tasks.displays import VirtualDisplay
from tasks.live.miniwob.chromium import Browser, chromium
from tests.training.controls.samples import IGNORED, Sample
from tests.training.controls.web.looks import HELD_OUT, TRAINED, Look, framework, plain
from tests.training.controls.web.own_looks import random_look
from tests.training.controls.web.pages import Pages

SIZE = (640, 416)
"""Width and height of a sample in pixels."""

_TRUTH = (Path(__file__).parent / "truth.js").read_text()
_LOADED = """new Promise(done => {
  const isThere = () => document.readyState === 'complete' && location.href !== 'about:blank';
  const poll = () => isThere() ? setTimeout(done, 30) : setTimeout(poll, 5);
  poll();
})"""
_FOCUS = """(n) => { const all = document.querySelectorAll('input,select,textarea,button');
  if (all.length) all[n % all.length].focus({preventScroll: true}); }"""


def screens(seed: int, modules: Path, held_out: bool) -> Iterator[Sample]:
    """Yield pages without end; `modules` is a folder of npm packages, `held_out` asks for the looks kept aside."""
    icons = [*modules.glob("bootstrap-icons/icons/*.svg"), *modules.glob("feather-icons/dist/icons/*.svg")]
    random = Random(seed)
    pages = Pages(random, icons)
    with (
        VirtualDisplay() as display,
        display.in_this_process(),
        TemporaryDirectory() as home,
        chromium(Path(home)) as browser,
    ):
        browser.tools.call("Page.enable", session=browser.session)
        while True:
            look = framework(random.choice(HELD_OUT), modules, random) if held_out else _look(random, modules)
            file = Path(home) / "page.html"
            file.write_text(pages.page(look))
            yield _shown(browser, file, random)


def _look(random: Random, modules: Path) -> Look:
    draw = random.random()
    if draw < 0.3:
        return plain(random)
    return random_look(random) if draw < 0.65 else framework(random.choice(TRAINED), modules, random)


def _shown(browser: Browser, file: Path, random: Random) -> Sample:
    scale = random.choice((1, 1, 1, 1, 1.25, 1.5, 2))
    width, height = (round(side / scale) for side in SIZE)
    metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    browser.tools.call("Emulation.setDeviceMetricsOverride", metrics, session=browser.session)
    browser.show(file)
    browser.evaluate(_LOADED)
    if random.random() < 0.5:
        browser.evaluate(f"({_FOCUS})({random.randrange(1000)})")
    shot = browser.tools.call("Page.captureScreenshot", {"format": "png"}, session=browser.session)
    image = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB").resize(SIZE)
    pixels = np.ascontiguousarray(np.asarray(image)[..., ::-1])
    return Sample(pixels, tuple(_element(each, scale) for each in browser.evaluate(f"({_TRUTH})()")))


def _element(found: dict[str, Any], scale: float) -> Element:
    left, top, right, bottom = (side * scale for side in found["box"])
    kind = Kind(found["kind"]) if found["part"] >= 0.66 else IGNORED
    states = {name: found[name] for name in ("checked", "selected", "focused", "enabled", "expanded") if name in found}
    return Element(kind, PixelBox(left, top, right, bottom), **states)
