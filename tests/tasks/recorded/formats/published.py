"""Writes files as data sets publish them, with what others wrote: the tfrecord package, protobuf's runtime, pyarrow."""

import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from PIL import Image
from tfrecord.writer import TFRecordWriter

_KINDS = {int: "int", str: "byte", bytes: "byte"}
_FOREST: Mapping[str, Mapping[str, tuple[int, str]]] = {
    "ProtoRect": {"left": (1, "int32"), "top": (2, "int32"), "right": (3, "int32"), "bottom": (4, "int32")},
    "Node": {
        "unique_id": (1, "int32"),
        "bounds_in_screen": (2, "ProtoRect"),
        "class_name": (3, "string"),
        "content_description": (4, "string"),
        "text": (7, "string"),
        "text_selection_end": (9, "int64"),
        "is_scrollable": (21, "bool"),
        "is_visible_to_user": (23, "bool"),
        "child_ids": (25, "int32*"),
        "depth": (27, "int32"),
    },
    "Tree": {"nodes": (1, "Node*")},
    "Window": {"bounds_in_screen": (1, "ProtoRect"), "title": (5, "string"), "tree": (11, "Tree")},
    "Forest": {"windows": (1, "Window*")},
}
"""The fields of android_env's accessibility forest that tests fill in."""


def picture(size: tuple[int, int], shade: int = 200) -> bytes:
    """Return a grey picture as PNG."""
    written = io.BytesIO()
    Image.new("RGB", size, (shade, shade, shade)).save(written, "PNG")
    return written.getvalue()


def write_shard(path: Path, examples: Iterable[Mapping[str, Any]], *, packed: bool = True) -> Path:
    """Write examples as one TFRecord file, compressed as a whole or not, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_name(f"{path.name}.plain")
    writer = TFRecordWriter(str(plain))
    for example in examples:
        writer.write({name: _feature(value) for name, value in example.items()})
    writer.close()
    path.write_bytes(gzip.compress(plain.read_bytes()) if packed else plain.read_bytes())
    plain.unlink()
    return path


def _feature(value: Any) -> tuple[list[Any], str]:
    values = value if isinstance(value, list) else [value]
    kind = _KINDS[type(values[0])] if values else "byte"
    return [one.encode() if isinstance(one, str) else one for one in values], kind


def forest(*windows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return an accessibility forest of these nodes, a window each."""
    message = _forest_class()()
    for nodes in windows:
        window = message.windows.add(title="App")
        for node in nodes:
            window.tree.nodes.add(**node)
    written: bytes = message.SerializeToString()
    return written


def node(left: int, top: int, right: int, bottom: int, text: str = "", description: str = "", **other: Any) -> Any:
    """Return a leaf that can be seen."""
    bounds = {"left": left, "top": top, "right": right, "bottom": bottom}
    said = {"text": text, "content_description": description, "class_name": "android.widget.Button"}
    return {"bounds_in_screen": bounds, "is_visible_to_user": True, "text_selection_end": -1, **said, **other}


@cache
def _forest_class() -> Any:
    file = descriptor_pb2.FileDescriptorProto(name="forest.proto", package="written", syntax="proto3")
    for name, fields in _FOREST.items():
        message = file.message_type.add(name=name)
        for field, (number, kind) in fields.items():
            message.field.add(**_described(field, number, kind))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("written.Forest"))


def _described(name: str, number: int, kind: str) -> dict[str, Any]:
    proto = descriptor_pb2.FieldDescriptorProto
    label = proto.LABEL_REPEATED if kind.endswith("*") else proto.LABEL_OPTIONAL
    plain = {"int32": proto.TYPE_INT32, "int64": proto.TYPE_INT64, "string": proto.TYPE_STRING, "bool": proto.TYPE_BOOL}
    if type_ := plain.get(kind.rstrip("*")):
        return {"name": name, "number": number, "label": label, "type": type_}
    whole = f".written.{kind.rstrip('*')}"
    return {"name": name, "number": number, "label": label, "type": proto.TYPE_MESSAGE, "type_name": whole}


def write_parquet(path: Path, rows: Sequence[Mapping[str, Any]], *, rows_in_a_group: int = 100) -> Path:
    """Write rows as Parquet, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table = pyarrow.Table.from_pylist(list(rows))
    pyarrow.parquet.write_table(table, path, row_group_size=rows_in_a_group)
    return path
