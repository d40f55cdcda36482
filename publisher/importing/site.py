"""What a foreign blog's own settings tell: its generator, its address, how it made addresses."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from publisher.importing.header import BrokenError, read_data
from publisher.importing.jekyll_defaults import Default, read_defaults
from publisher.importing.source import MAX_BYTES
from publisher.importing.values import Value, as_value, is_true

# How far above the imported folder a blog's settings may stand.
_PARENTS = 3


@dataclass(frozen=True)
class Site:
    """A foreign blog. What nobody told is empty.

    `root` is the folder of its settings; `text` the folder below which addresses are counted;
    `url` its address without a slash at the end; `permalink` the pattern of its articles'
    addresses by section ("" stands for all, "lang" for Pelican's translations); `blog` is
    Material's folder for the blog; `names_default` is true where addresses name the default
    language too; `defaults` are what articles need not say themselves; `settings` is the file.
    """

    root: Path
    text: Path
    generator: str = ""
    url: str = ""
    base: str = ""
    title: str = ""
    language: str = ""
    permalinks: dict[str, str] = field(default_factory=dict)
    blog: str = "blog"
    names_default: bool = False
    defaults: tuple[Default, ...] = ()
    settings: Path | None = None

    def language_in_address(self, language: str) -> str:
        """The language that an address of this blog names: as a rule, only a foreign one."""
        default = self.language or "en"  # Hugo's and Pelican's own
        is_own = f"{language or default}-".lower().startswith(f"{default}-".lower())
        is_named = self.names_default or not is_own
        return (language or default) if is_named else ""

    @property
    def host(self) -> str:
        """The host part of the address, without `www.`."""
        return urlsplit(self.url).netloc.lower().removeprefix("www.")

    def absolute(self, path: str) -> str | None:
        """A path from the site's root as a whole address; None where the address is unknown."""
        if self.base and path.startswith(f"{self.base}/"):
            path = path[len(self.base) :]
        return f"{self.url}/{path.lstrip('/')}" if self.url else None

    def place(self, file: Path, otherwise: PurePosixPath) -> PurePosixPath:
        """A file's path below the folder from which addresses are counted, if it is there."""
        if file.is_relative_to(self.text):
            return PurePosixPath(file.relative_to(self.text).as_posix())
        return otherwise


def read_site(source: Path, ours: Path, url: str | None) -> Site:
    """The settings in `source` or up to three folders above it, our own (in `ours`) left out.

    `url`, where given, is the address of the foreign site and wins over its settings.
    """
    source, ours = source.resolve(), ours.resolve()
    found = Site(source, _text_folder(source))
    for folder in [source, *source.parents[:_PARENTS]]:
        if folder != ours and (site := _site_in(folder, source)) is not None:
            found = site
            break
    address = (url or found.url).rstrip("/")
    return replace(found, url=address if re.match(r"https?://[^/\s]+", address) else "")


def _site_in(folder: Path, source: Path) -> Site | None:
    for pattern, read in _SETTINGS:
        for file in sorted(folder.glob(pattern)):
            data = read_settings(file)
            if data is not None:
                return replace(read(folder, source, data), settings=file)
    return None


def read_settings(file: Path) -> dict[str, Value] | None:
    """A settings file's keys and values; None where it cannot be read or is too large."""
    try:
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            return None
        text = file.read_text(encoding="utf-8-sig")
        if file.suffix == ".py":
            return _assignments(text)
        form = {"yml": "yaml"}.get(file.suffix[1:], file.suffix[1:])
        return read_data(form, text)
    except (OSError, ValueError, KeyError, BrokenError):
        return None


def line_of(key: str, file: Path) -> int:
    """The line of a settings file in YAML on which `key` stands; the first where it does not."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)


def _assignments(text: str) -> dict[str, Value]:
    """Names and literal values of a Python settings file, which is read and never run."""
    try:
        module = ast.parse(text)
    except (SyntaxError, RecursionError, MemoryError):
        return {}
    values: dict[str, Value] = {}
    for statement in module.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            try:
                values[statement.targets[0].id] = as_value(ast.literal_eval(statement.value))
            except (ValueError, TypeError, RecursionError):
                continue
    return values


def _jekyll(folder: Path, _source: Path, data: dict[str, Value]) -> Site:
    permalinks = {"": _text(data, "permalink")} if _text(data, "permalink") else {}
    base = _text(data, "baseurl").rstrip("/")
    return Site(
        folder,
        folder,
        "jekyll",
        _text(data, "url") + base,
        base,
        _text(data, "title"),
        _text(data, "lang"),
        permalinks,
        defaults=read_defaults(data),
    )


def _hugo(folder: Path, source: Path, data: dict[str, Value]) -> Site:
    data = {key.lower(): value for key, value in data.items()}
    patterns = data.get("permalinks", {})
    if isinstance(patterns, dict) and isinstance(patterns.get("page"), dict):
        patterns = patterns["page"]
    found = patterns.items() if isinstance(patterns, dict) else ()
    permalinks = {key: value for key, value in found if isinstance(value, str)}
    url = _text(data, "baseurl").rstrip("/")
    language = _text(data, "defaultcontentlanguage") or _text(data, "languagecode")[:2]
    text = folder / (_text(data, "contentdir") or "content")
    base = urlsplit(url).path.rstrip("/")
    return Site(
        folder,
        text if text.is_dir() else _text_folder(source),
        "hugo",
        url,
        base,
        _text(data, "title"),
        language,
        permalinks,
        names_default=is_true(data.get("defaultcontentlanguageinsubdir", "")),
    )


def _pelican(folder: Path, source: Path, data: dict[str, Value]) -> Site:
    patterns = {
        kind: _text(data, f"ARTICLE_{name}URL") or _text(data, f"ARTICLE_{name}SAVE_AS")
        for kind, name in (("", ""), ("lang", "LANG_"))
    }
    text = folder / (_text(data, "PATH") or "content")
    return Site(
        folder,
        text if text.is_dir() else source,
        "pelican",
        _text(data, "SITEURL"),
        "",
        _text(data, "SITENAME"),
        _text(data, "DEFAULT_LANG"),
        {kind: pattern for kind, pattern in patterns.items() if pattern},
    )


def _material(folder: Path, source: Path, data: dict[str, Value]) -> Site:
    plugins = data.get("plugins", [])
    entries = plugins if isinstance(plugins, list) else [plugins]
    blog: Value = {}
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("blog"), dict):
            blog = entry["blog"]
    blog = blog if isinstance(blog, dict) else {}
    pattern, place = _text(blog, "post_url_format"), _text(blog, "blog_dir") or "blog"
    theme = data.get("theme", "")
    text, url = folder / (_text(data, "docs_dir") or "docs"), _text(data, "site_url").rstrip("/")
    return Site(
        folder,
        text if text.is_dir() else source,
        "material",
        url,
        urlsplit(url).path,
        _text(data, "site_name"),
        _text(theme, "language") if isinstance(theme, dict) else "",
        {"": pattern} if pattern else {},
        place.strip("./"),
    )


# In this order: the first file that can be read tells what the folder is.
_SETTINGS: tuple[tuple[str, Callable[[Path, Path, dict[str, Value]], Site]], ...] = (
    ("_config.y*ml", _jekyll),
    ("hugo.[tyj]*", _hugo),
    ("config.[tyj]*", _hugo),
    ("config/_default/hugo.[tyj]*", _hugo),
    ("config/_default/config.[tyj]*", _hugo),
    ("p*conf.py", _pelican),
    ("mkdocs.y*ml", _material),
)


def _text(data: dict[str, Value], key: str) -> str:
    value = data.get(key, "")
    return value.strip() if isinstance(value, str) else ""


def _text_folder(source: Path) -> Path:
    """Hugo's `content` where the imported folder is it or stands in it, else the folder."""
    for folder in [source, *source.parents[:_PARENTS]]:
        if folder.name in {"content", "docs"}:
            return folder
    inner = source / "content"
    return inner if inner.is_dir() else source
