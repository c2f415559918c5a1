"""Saving, opening and printing by an application's own dialogs, each stage seen before the next."""

from PIL import Image

from model.reader.plan import CloseDialog, Edit, Instruction, OpenFile, Press, PrintTo, SaveAs, Target, Turn, Type
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line, write

EDITOR = scene(lines=[line("File Edit View")])


def dialog(name: str = "", *more: TextLine, title: str = "Save As") -> Scene:
    image = Image.new("RGB", (1000, 1000), "white")
    field = Element(Kind.FIELD, PixelBox(100, 0, 500, 30), text=name, label="Name:")
    if name:
        write(image, name, 110, 5)
    return scene(field, lines=[line("Name:", 0, 5), line(title, 600, 5), *more], image=image)


def test_a_file_is_saved_under_a_name() -> None:
    actions = follow([SaveAs("hello.txt")], EDITOR, dialog(), dialog("hello.txt"), EDITOR)
    assert kinds(actions) == ["press_keys", "input_text", "press_keys", "done"]
    assert actions[0]["keys"] == ["ctrl", "shift", "s"]
    assert actions[1] == {
        "action_type": "input_text", "text": "hello.txt", "box_2d": [[100, 0, 500, 30]], "override": True
    }  # fmt: skip


def test_where_no_dialog_comes_the_other_usual_keys_are_tried_and_then_it_is_told() -> None:
    actions = follow([SaveAs("a")], *[EDITOR] * 5, changes=[False] * 4)
    assert [action.get("keys") for action in actions] == [["ctrl", "shift", "s"], None, ["ctrl", "s"], None, None]
    assert actions[-1]["action_type"] == "infeasible"


def test_a_name_that_does_not_stand_in_the_dialog_ends_it() -> None:
    end = follow([SaveAs("hello.txt")], EDITOR, dialog(), dialog())[-1]
    assert end["action_type"] == "infeasible"
    assert "hello.txt" in end["reason"]


def test_no_file_is_overwritten_unasked() -> None:
    question = line("A file named “hello.txt” already exists. Replace it?", 0, 300)
    end = follow([SaveAs("hello.txt")], EDITOR, dialog(), dialog("hello.txt"), dialog("hello.txt", question))[-1]
    assert end["action_type"] == "infeasible"
    assert "overwrite none" in end["reason"]


def test_what_asks_for_a_name_is_not_saved_yet_unless_the_plan_gives_it_one() -> None:
    asks = dialog("", line("Cancel", 0, 900))
    assert kinds(follow([Edit("save")], EDITOR, EDITOR)) == ["press_keys", "done"]
    for plan in ([Edit("save")], [Edit("save"), Edit("close")]):
        end = follow(plan, EDITOR, asks)[-1]
        assert end["action_type"] == "infeasible"
        assert end["reason"].startswith("Nothing is saved yet")
    naming: list[Instruction] = [Edit("save"), Type("hello.txt"), Press(("enter",))]
    assert kinds(follow(naming, EDITOR, asks)) == ["press_keys", "input_text"]


def test_a_file_is_opened_by_its_name() -> None:
    asked, named = (dialog(name, title="Open File") for name in ("", "notes/a.txt"))
    actions = follow([OpenFile("notes/a.txt")], EDITOR, asked, named, EDITOR)
    assert [action.get("keys") for action in actions] == [["ctrl", "o"], None, ["enter"], None]


def test_no_name_is_typed_where_no_dialog_came() -> None:
    other = scene(lines=[line("File Edit View"), line("25", 0, 200)])
    actions = follow([SaveAs("a.txt")], EDITOR, *[other] * 5)
    assert "input_text" not in kinds(actions)
    assert actions[-1]["action_type"] == "infeasible"


def test_no_name_is_typed_into_a_dialog_that_is_for_something_else() -> None:
    other = dialog("", line("Cancel", 0, 900), title="New Colour")
    actions = follow([SaveAs("a.txt")], EDITOR, *[other] * 5)
    assert "input_text" not in kinds(actions)
    assert actions[-1]["action_type"] == "infeasible"


def test_a_dialog_that_comes_late_is_seen() -> None:
    assert kinds(follow([SaveAs("a.txt")], EDITOR, dialog(), changes=[False])) == ["press_keys", "input_text"]


def test_a_dialog_that_goes_late_has_taken_the_name() -> None:
    opened, named = (dialog(name, line("Cancel", 0, 900)) for name in ("", "a.txt"))
    actions = follow([SaveAs("a.txt")], EDITOR, opened, named, named, EDITOR, changes=[True, True, True, False])
    assert kinds(actions) == ["press_keys", "input_text", "press_keys", "wait", "done"]


def test_a_dialog_that_stays_has_taken_nothing() -> None:
    stays = dialog("a.txt", line("Cancel", 0, 900))
    actions = follow([SaveAs("a.txt")], EDITOR, dialog("", line("Cancel", 0, 900)), *[stays] * 4)
    assert kinds(actions)[-1] == "infeasible"


def test_a_file_that_the_dialog_lists_is_clicked_there() -> None:
    listed = dialog("", line("a.txt", 0, 300), title="Open File")
    actions = follow([OpenFile("a.txt")], EDITOR, listed, listed, EDITOR)
    assert kinds(actions) == ["press_keys", "click", "press_keys", "done"]
    longer = dialog("", line("a.txt.bak", 0, 300), title="Open File")
    assert kinds(follow([OpenFile("a.txt")], EDITOR, longer)) == ["press_keys", "input_text"]


def test_printing_to_a_file_chooses_that_printer_first() -> None:
    printer = line("Print to File", 0, 200)
    screens = [EDITOR, dialog("", printer), dialog("", printer), dialog("out.pdf", printer), EDITOR]
    actions = follow([PrintTo("out.pdf")], *screens)
    assert kinds(actions) == ["press_keys", "click", "input_text", "press_keys", "done"]


def test_a_print_dialog_that_is_there_still_after_the_name_is_told_to_print() -> None:
    words = (line("Print", 0, 50), line("Print to File", 0, 200), line("Cancel", 0, 900), line("Print(P)", 300, 900))
    opened, named = dialog("", *words), dialog("out.pdf", *words)
    actions = follow([PrintTo("out.pdf")], EDITOR, opened, opened, named, named, EDITOR)
    assert kinds(actions) == ["press_keys", "click", "input_text", "press_keys", "click", "done"]
    assert spots(actions)[4] == (300, 900)
    stays = follow([PrintTo("out.pdf")], EDITOR, opened, opened, *[named] * 4)
    assert kinds(stays)[-1] == "infeasible"


def test_a_print_dialog_that_comes_late_is_seen() -> None:
    late = dialog("", line("Print to File", 0, 200))
    assert kinds(follow([PrintTo("out.pdf")], EDITOR, late, changes=[False])) == ["press_keys", "click"]


def test_a_dialog_is_closed_by_its_cross_and_then_by_escape() -> None:
    box = Element(Kind.DIALOG, PixelBox(200, 200, 600, 500))
    cross = at(Kind.ICON, 480, 205, name="close")
    elsewhere = at(Kind.ICON, 800, 0, name="close")
    screen = scene(elsewhere, box, cross)
    actions = follow([CloseDialog()], *[screen] * 3, changes=[False, False])
    assert spots(actions)[0] == (480, 205)
    assert actions[2]["keys"] == ["escape"]


def test_a_dialog_that_stays_is_not_called_closed() -> None:
    screen = scene(Element(Kind.DIALOG, PixelBox(200, 200, 600, 500)), at(Kind.ICON, 480, 205, name="close"))
    actions = follow([CloseDialog()], *[screen] * 5)
    assert kinds(actions) == ["click", "wait", "press_keys", "wait", "infeasible"]


def test_without_a_dialog_there_is_none_to_be_closed() -> None:
    end = follow([CloseDialog()], EDITOR)[-1]
    assert end["reason"].startswith("I see no dialog")


def test_a_dialog_that_is_named_and_not_there_is_not_closed() -> None:
    other = at(Kind.ICON, 800, 0, name="close")
    plan = [CloseDialog(Target("Print", kind=Kind.DIALOG))]
    assert kinds(follow(plan, *[scene(other)] * 3)) == ["wait", "wait", "infeasible"]


def test_the_next_page_is_turned_to_by_whatever_says_so() -> None:
    assert spots(follow([Turn("next")], scene(at(Kind.ICON, 40, 0, name="forward")))) == [(40, 0)]
    assert spots(follow([Turn("previous")], scene(at(Kind.LINK, 40, 0, "‹ Prev"), lines=[line("Page 2", 0, 90)]))) == [
        (65, 5)
    ]


def test_a_window_that_knows_no_keys_to_close_it_is_left_by_escape() -> None:
    actions = follow([Edit("close")], EDITOR, EDITOR, EDITOR, EDITOR, changes=[False, False, True])
    assert [action.get("keys") for action in actions] == [["ctrl", "w"], None, ["escape"], None]
    assert kinds(actions)[-1] == "done"
