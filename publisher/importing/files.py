"""Finding the pictures and documents that a foreign article shows, wherever its blog kept them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from publisher.importing.equals import FILE
from publisher.importing.site import Site
from publisher.importing.slugs import slugify

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
_DOCUMENTS = (
    ".pdf",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".ppt",
    ".pptx",
    ".odt",
    ".ods",
    ".odp",
    ".csv",
    ".txt",
    ".zip",
    ".epub",
    ".mp3",
    ".m4a",
    ".ogg",
    ".wav",
    ".mp4",
    ".webm",
    ".vtt",
)
_ENDINGS = PICTURES + _DOCUMENTS
_MAX_BYTES = 20_000_000
# Folders above the imported one in which blogs keep what is served as it is.
_SERVED = ("static", "assets", "images", "img", "uploads", "media", "files", "public")
_PARENTS = 3


@dataclass
class Files:
    """The local files of one article: `found` maps the name that each gets here to where it is."""

    source: Path
    site: Site
    article: Path
    found: dict[str, Path] = field(default_factory=dict)
    _known: dict[str, str | None] = field(default_factory=dict)

    def name_of(self, address: str) -> str | None:
        """The name that the file at `address` has beside the article, or None if there is none."""
        if address not in self._known:
            self._known[address] = self._name_of(address)
        return self._known[address]

    def _name_of(self, address: str) -> str | None:
        path = self._path(address)
        if not path or not path.lower().endswith(_ENDINGS):
            bare = path and address.startswith(FILE) and "." not in path.rsplit("/", 1)[-1]
            file = self._find(path, PICTURES) if path and bare else None
        else:
            file = self._find(path, ("",))
        return self._named(file) if file else None

    def beside(self, *stems: str) -> Path | None:
        """A picture in the article's own folder whose name begins with one of `stems`."""
        for entry in sorted(self.article.parent.iterdir()):
            if entry.suffix.lower() in PICTURES and entry.stem.lower().startswith(stems):
                return entry if _is_ours(entry, self.article.parent) else None
        return None

    def left_behind(self) -> list[str]:
        """Pictures and documents in the article's own folder that it does not show."""
        taken = set(self.found.values())
        files = sorted(self.article.parent.iterdir())
        return [
            file.name for file in files if _is_ours(file, self.article.parent) and file not in taken
        ]

    def _path(self, address: str) -> str | None:
        try:
            parts = urlsplit(address.removeprefix(FILE))
        except ValueError:
            return None
        own = parts.netloc.lower().removeprefix("www.") in {"", self.site.host}
        if not own or (parts.scheme and not parts.netloc):
            return None
        path = unquote(parts.path).replace("\\", "/")
        base = self.site.base
        return path[len(base) :] if base and path.startswith(f"{base}/") else path

    def _find(self, path: str, endings: tuple[str, ...]) -> Path | None:
        for base, candidate in self._candidates(path):
            for ending in endings:
                file = candidate.with_name(candidate.name + ending) if ending else candidate
                if _is_ours(file, base):
                    return file
        return None

    def _candidates(self, path: str) -> Iterator[tuple[Path, Path]]:
        """Where a file may be, each with the folder that it must not lead out of."""
        inner = path.lstrip("/")
        if not inner or "\0" in inner or len(inner) > 1000:  # noqa: PLR2004 - no file system has more
            return
        if not path.startswith("/"):
            yield self.source, self.article.parent / inner
            yield self.source, self.article.parent / "images" / inner
        for base in dict.fromkeys((self.source, self.site.text, self.site.root)):
            yield base, base / inner
            if "/" not in inner:  # themes that know the folder name the file alone
                yield from ((base, base / served / inner) for served in _SERVED)
        for folder in [self.source, *self.source.parents[:_PARENTS]]:
            if inner.split("/")[0] in _SERVED:
                yield folder / inner.split("/")[0], folder / inner
            for served in _SERVED[:2]:
                yield folder / served, folder / served / inner

    def _named(self, file: Path) -> str:
        for name, other in self.found.items():
            if other == file:
                return name
        stem, ending, count = slugify(file.stem, "picture"), file.suffix.lower(), 1
        name = f"{stem}{ending}"
        while name in self.found:
            count += 1
            name = f"{stem}-{count}{ending}"
        self.found[name] = file
        return name


def _is_ours(file: Path, base: Path) -> bool:
    try:
        inside = file.resolve().is_relative_to(base.resolve())
        hidden = any(part.startswith(".") and part != ".." for part in file.relative_to(base).parts)
        fits = inside and file.is_file() and file.stat().st_size <= _MAX_BYTES
    except (OSError, ValueError, RuntimeError):
        return False
    return fits and not hidden and file.suffix.lower() in _ENDINGS
