"""Where uploads are kept."""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from nordlicht.common.settings import settings


class ObjectStore(Protocol):
    def put(self, key: str, body: bytes) -> None: ...

    def get(self, key: str) -> bytes: ...


class DiskStore:
    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def _path(self, key: str) -> Path:
        path = (self._folder / key).resolve()
        if not path.is_relative_to(self._folder):
            raise ValueError(f"{key!r} leads out of the store")
        return path

    def put(self, key: str, body: bytes) -> None:
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(path.suffix + ".part")
        part.write_bytes(body)
        part.replace(path)

    def get(self, key: str) -> bytes:
        return self._path(key).read_bytes()


@lru_cache
def object_store() -> ObjectStore:
    return DiskStore(Path(settings().upload_folder))
