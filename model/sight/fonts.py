"""A font for notes on pictures that people look at: one that is on this machine and has Chinese, where there is one."""

from functools import lru_cache
from typing import TypeAlias

from PIL import ImageFont

Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont

_FONTS = ("NotoSansCJK-Regular.ttc", "msyh.ttc", "PingFang.ttc", "wqy-microhei.ttc", "DejaVuSans.ttf")


@lru_cache
def font_of(size: int) -> Font:
    """Return the first font that is here and has Chinese, that many pixels high; else Pillow's own, without."""
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)
