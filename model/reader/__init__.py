"""The embedded model: reads the screen by OCR and carries out instructions. Loads OCR only when it first reads."""

from model.reader.ocr import Ocr
from model.reader.reader import Reader
from model.reader.text_line import PixelBox, TextLine

__all__ = ["Ocr", "PixelBox", "Reader", "TextLine"]
