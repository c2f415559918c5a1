import zipfile
from typing import Any

import pytest
from pydantic import ValidationError

from tasks.checks import Machine
from tests.tasks.checks.judging import holds, judge, read, sees

_TYPES = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {_NAMESPACES} office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Empty"><table:table-row><table:table-cell/></table:table-row></table:table>
<table:table table:name="预算">
<table:table-row><table:table-cell/></table:table-row>
<table:table-row><table:table-cell/>
<table:table-cell office:value-type="string"><text:p>Milk</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1.5"><text:p>1.50</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.12"><text:p>12%</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2026-11-24"><text:p>24.11.26</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


@pytest.fixture
def book(machine: Machine) -> Machine:
    with zipfile.ZipFile(machine.home / "book.ods", "w") as parts:
        parts.writestr("mimetype", _TYPES)
        parts.writestr("content.xml", _CONTENT.replace("\n", ""))
        parts.writestr("META-INF/manifest.xml", _MANIFEST)
    return machine


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("B2", "Milk"),
        ("$c$2", 1.5),
        ("D2", 0.12),
        ("E2", "2026-11-24"),
        ("F2", True),
        ("A1", ""),
        ("Z99", ""),
    ],
)
def test_a_cell_holds_a_value(book: Machine, at: str, value: Any) -> None:
    assert holds(book, cell="book.ods", sheet="预算", at=at, equals=value)
    assert holds(book, cell="book.ods", sheet=2, at=at, equals=value)


def test_a_cell_that_differs_is_shown(book: Machine) -> None:
    assert sees(book, cell="book.ods", sheet=2, at="C2", equals=2) == "1.5"
    assert sees(book, cell="book.ods", sheet=2, at="A1", equals=2) == "nothing"
    assert sees(book, cell="book.ods", at="B2") == "nothing"


def test_a_sheet_that_is_not_there_says_which_are(book: Machine) -> None:
    assert sees(book, cell="book.ods", sheet="Budget", at="B2", equals=2) == "the sheets Empty, 预算"
    assert sees(book, cell="book.ods", sheet=3, at="B2", equals=2) == "the sheets Empty, 预算"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"a,b"])
def test_what_is_no_spreadsheet_proves_nothing(machine: Machine, content: bytes) -> None:
    (machine.home / "book.xlsx").write_bytes(content)
    assert not judge(machine, cell="book.xlsx", at="A1", equals=1).certain


def test_a_spreadsheet_that_is_cut_off_at_any_place_is_no_fault(book: Machine) -> None:
    whole = (book.home / "book.ods").read_bytes()
    for end in range(0, len(whole), 37):
        (book.home / "cut.ods").write_bytes(whole[:end])
        assert not holds(book, cell="cut.ods", sheet=2, at="C2", equals=1.5)


@pytest.mark.parametrize("at", ["2B", "B", "B0", "A1:B2", ""])
def test_what_is_no_cell_is_refused(at: str) -> None:
    with pytest.raises(ValidationError, match="no cell"):
        read({"cell": "a.ods", "at": at})


def test_a_cell_at_the_end_of_the_world_takes_nothing_down(machine: Machine) -> None:
    with zipfile.ZipFile(machine.home / "far.xlsx", "w") as parts:
        for name, content in _far_workbook().items():
            parts.writestr(name, content)
    finding = judge(machine, cell="far.xlsx", at="A1", equals=1)
    assert (finding.held, finding.certain) == (False, False)


def _far_workbook() -> dict[str, str]:
    """Return the parts of a workbook whose two cells lie in opposite corners of the largest sheet."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "application/vnd.openxmlformats-officedocument"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{office}.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="Far" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
