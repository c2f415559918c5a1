import pytest
from PIL import Image

from tasks.checks import Machine
from tests.tasks.checks.judging import holds, judge, sees


def test_a_picture_of_the_size_holds(machine: Machine) -> None:
    Image.new("RGBA", (30, 20)).save(machine.home / "p.png")
    assert holds(machine, picture="p.png", size=[30, 20])
    assert holds(machine, picture="p.png")


def test_a_picture_of_another_size_says_its_own_and_shows_it(machine: Machine) -> None:
    Image.new("RGB", (30, 20)).save(machine.home / "p.png")
    finding = judge(machine, picture="p.png", size=[20, 30])
    assert (finding.held, finding.saw) == (False, "30x20 pixels")
    assert finding.picture is not None
    assert finding.picture.size == (30, 20)


def test_what_is_no_picture_says_so(machine: Machine) -> None:
    (machine.home / "p.png").write_text("hello")
    assert sees(machine, picture="p.png") == "p.png is no picture"


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "bmp", "tiff"])
def test_a_picture_that_is_cut_off_is_no_fault(machine: Machine, kind: str) -> None:
    Image.effect_noise((40, 40), 50).convert("RGB").save(machine.home / "whole", kind)
    whole = (machine.home / "whole").read_bytes()
    assert holds(machine, picture="whole", size=[40, 40])
    for end in range(0, len(whole) // 2, 29):
        (machine.home / "cut").write_bytes(whole[:end])
        assert not holds(machine, picture="cut", size=[40, 40])


def test_a_program_is_no_picture(machine: Machine) -> None:
    (machine.home / "p.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n")
    assert sees(machine, picture="p.eps") == "p.eps is no picture"
