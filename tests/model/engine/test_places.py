"""Where an engine keeps what it makes."""

from pathlib import Path

from model.engine.places import compile_cache


def test_what_was_compiled_is_kept_in_the_users_cache(tmp_path: Path) -> None:
    kept = str(tmp_path / "cache" / "deskhand" / "compiled")
    assert compile_cache({"XDG_CACHE_HOME": str(tmp_path / "cache")}) == {"TORCHINDUCTOR_CACHE_DIR": kept}
    assert Path(kept).is_dir()


def test_a_place_that_the_user_named_stays(tmp_path: Path) -> None:
    assert compile_cache({"XDG_CACHE_HOME": str(tmp_path), "TORCHINDUCTOR_CACHE_DIR": "/elsewhere"}) == {}


def test_where_nothing_can_be_written_it_is_left_to_torch(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    assert compile_cache({"XDG_CACHE_HOME": str(tmp_path / "cache")}) == {}
    assert compile_cache({"XDG_CACHE_HOME": "/proc/cache"}) == {}
