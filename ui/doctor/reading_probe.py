"""Can the embedded reader read? Shown on a picture with a word in it."""

from PIL import Image, ImageDraw, ImageFont

from model.sight.ocr import Ocr
from ui.doctor.finding import Finding

_WORD = "Deskhand"


def check_reading() -> Finding:
    """Read a word that was drawn."""
    picture = Image.new("RGB", (320, 96), "white")
    ImageDraw.Draw(picture).text((40, 24), _WORD, fill="black", font=ImageFont.load_default(36))
    ocr = Ocr()
    read = " ".join(line.text for line in ocr.read(picture))
    ocr.close()
    cure = "Install rapidocr and onnxruntime again: pip install --force-reinstall rapidocr onnxruntime."
    return Finding("Reading", read == _WORD, f"{_WORD!r} was read as {read!r}", cure)
