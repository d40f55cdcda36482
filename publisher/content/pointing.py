"""What a text points to inside the publication: pictures and other files, articles, pages."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from publisher.content.located import Place
from publisher.content.prose import Target
from publisher.content.source import shown_path
from publisher.content.yaml_faults import short
from publisher.finding import Finding, error

# Files below content/ that are for writers, and never for readers.
_UNPUBLISHED = (".md", ".yml", ".yaml")
_BESIDE = "put the file beside the article and write its name, as picture.png"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A Markdown file, and the bounds within which it may point: `root` has no links in it."""

    root: Path
    content: str
    file: Path

    @property
    def path(self) -> str:
        """The file's path in the publication."""
        return shown_path(self.root, self.file)

    def meant(self, written: str) -> str | None:
        """The path in the publication of the file that `written` means from here.

        None for what lies outside the content folder, symbolic links followed, or is no path.
        """
        try:
            real = Path(os.path.realpath(self.file.parent / written))
            if real.is_relative_to(self.root / self.content):
                return real.relative_to(self.root).as_posix()
        except (OSError, ValueError):  # a name too long, or with NUL in it
            return None
        return None


def is_file(root: Path, path: str) -> bool:
    """Whether there is a file at `path` below `root` that can be read."""
    try:
        return (root / path).is_file() and os.access(root / path, os.R_OK)
    except (OSError, ValueError):
        return False


def _nearest(file: Path) -> str:
    """A file beside the one that is not there whose name is nearly the same."""
    try:
        files = (entry.name for entry in file.parent.iterdir() if entry.is_file())
        beside = {name.casefold(): name for name in files}
    except OSError:
        return ""
    near = difflib.get_close_matches(file.name.casefold(), beside, n=1, cutoff=0.8)
    return f"did you mean `{beside[near[0]]}`?" if near else ""


@dataclass(slots=True)
class Pointing:
    """What a text points to.

    `pictures` maps each local file the text shows, as written, to its path in the publication;
    `links` pairs each link to a Markdown file with the path it means; `rooted` are links that
    begin with `/`; `dead` are links and pictures for which there is no file.
    """

    pictures: dict[str, str] = field(default_factory=dict)
    links: list[tuple[Target, str]] = field(default_factory=list)
    rooted: list[Target] = field(default_factory=list)
    dead: list[Target] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def pointing(where: Whereabouts, targets: Iterable[Target], first_line: int) -> Pointing:
    """What the `targets` of a text that begins on `first_line` of its file point to."""
    found = Pointing()
    for target in targets:
        written = target.local_path
        if not target.is_address:
            found.findings.append(_malformed(where, target, first_line))
            found.dead.append(target)
        elif written is None:
            found.rooted += [target] if target.site_path else []
        elif written.endswith(".md") and (meant := where.meant(written)):
            found.links.append((target, meant))
        else:
            place = (first_line + target.line - 1, target.column)
            told = show(found, where, (target.address, written), place)
            found.dead += [] if told else [target]
    return found


def _malformed(where: Whereabouts, target: Target, first_line: int) -> Finding:
    message = f"`{short(target.address)}` is no web address"
    place = (first_line + target.line - 1, target.column)
    fix = "copy it from the browser, as https://example.org/page"
    return error("form-link", where.path, place, message, fix)


def show(found: Pointing, where: Whereabouts, address: tuple[str, str], place: Place) -> bool:
    """Note a file that the text shows, by its address (as written, and its path decoded).

    False, with a finding, if there is none that readers may have.
    """
    written, path = address
    meant, fix = where.meant(path), _BESIDE
    if meant is None:
        message = f"`{short(written)}` lies outside {where.content}/"
    elif not is_file(where.root, meant):
        message, fix = f"there is no file `{short(written)}`", _nearest(where.root / meant) or fix
    elif meant.endswith(_UNPUBLISHED) or "/." in meant:
        message = f"`{short(written)}` is a file for writers, which is not published"
    else:
        found.pictures[written] = meant
        return True
    found.findings.append(error("form-file", where.path, place, message, fix))
    return False
