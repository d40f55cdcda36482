"""A whole folder of foreign articles, into a publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from publisher import baseline
from publisher.content.article import FrontMatter
from publisher.finding import Finding, Severity
from publisher.importing import people, translations
from publisher.importing.arrival import Arrival
from publisher.importing.arrive import arrive, usual_generator
from publisher.importing.dangling import without_dangling
from publisher.importing.entries import read_entries
from publisher.importing.fitting import fit
from publisher.importing.index import Index
from publisher.importing.jekyll_defaults import with_defaults
from publisher.importing.links import with_links
from publisher.importing.notes import Notes
from publisher.importing.places import Shelf, place, read_shelf
from publisher.importing.site import Site, line_of, read_site
from publisher.importing.slugs import from_words
from publisher.importing.source import Foreign, read_folder
from publisher.importing.taken import Given
from publisher.importing.values import language_tag
from publisher.importing.write import as_text, write
from publisher.settings import as_of


@dataclass(frozen=True)
class ImportReport:
    """What an import did. Paths are relative to the publication's root, in order.

    `written` are new files, articles and their pictures, and the lists and baseline that were
    added to; `unchanged` are articles that stand as they would be written; `kept` are articles
    that came in before and have been edited since. The findings' paths are those of the
    foreign files, as the user would open them.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_folder(
    source: Path,
    content: Path,
    *,
    language: str = "en",
    site_url: str | None = None,
    check: Callable[[], Iterable[Finding]] | None = None,
) -> ImportReport:
    """Bring the articles of the foreign blog below `source` into the publication at `content`.

    `language` is the publication's own; `site_url` is the foreign blog's address, where its
    settings do not tell it; `check` gives the publication's findings, before any baseline, and
    is called once everything is written, so that what the new articles lack need not block.

    Raises:
        OSError: `source` is no folder, or a file of the publication cannot be written.
        ValueError: the publication's baseline file cannot be read.
    """
    if not source.is_dir():
        raise NotADirectoryError(source)
    import_ = _Import(source, content, language, as_of())
    arrivals = import_.arrivals(read_site(source, content.resolve().parent, site_url))
    report = import_.written(arrivals)
    if check is not None and report.written:
        file = import_.root / baseline.FILE_NAME
        new = set(report.written)
        lacking = (each for each in check() if each.severity is Severity.ERROR and each.path in new)
        if baseline.write(file, lacking):
            report = replace(report, written=(*report.written, baseline.FILE_NAME))
    return report


@dataclass
class _Import:
    """One run: from where, to where, and everything there was to say."""

    source: Path
    content: Path
    language: str
    now: datetime
    notes: list[Notes] = field(default_factory=list)

    @property
    def root(self) -> Path:
        return self.content.resolve().parent

    def arrivals(self, site: Site) -> list[Arrival]:
        """Every article with its place, its links and all its keys."""
        default = language_tag(site.language) or self.language
        foreign, self.notes = read_folder(self.source, self.content)
        folders = translations.language_folders(foreign, default)
        foreign = [translations.in_folder(article, folders) for article in foreign]
        foreign = self._with_defaults(foreign, site)
        usual = usual_generator(foreign)
        read = (arrive(article, site, self.source, usual, self.now) for article in foreign)
        arrivals = translations.originals_first(filter(None, read), default)
        shelf = read_shelf(self.root, self.content.resolve())
        place(arrivals, shelf, self.content.name)
        translations.join(arrivals, folders, default)
        self._link(arrivals, site)
        self._name(arrivals, people.read_authors(site, self.source, self.notes))
        for arrival in arrivals:
            arrival.keys |= {"id": arrival.id, "translation_of": arrival.translation_of}
            arrival.keys["lang"] = translations.language_to_write(arrival, default, self.language)
            arrival.keys["aliases"] = _free_aliases(arrival, shelf)
            arrival.keys = fit(FrontMatter, arrival.keys, arrival.foreign.notes, 1)
            arrival.keys.setdefault("title", from_words(arrival.slug))
        return arrivals

    def _with_defaults(self, foreign: list[Foreign], site: Site) -> list[Foreign]:
        """The articles with what the blog's settings say of them."""
        if not site.defaults or site.settings is None:
            return foreign
        is_here = site.settings.parent == self.source.resolve()
        file = self.source / site.settings.name if is_here else site.settings
        line = line_of("defaults", site.settings)
        given = Given(notes=Notes(file.as_posix()), line=line)
        self.notes.append(given.notes)
        return [
            with_defaults(one, site.place(one.file.resolve(), one.path), site.defaults, given)
            for one in foreign
        ]

    def _link(self, arrivals: list[Arrival], site: Site) -> None:
        index: Index[Arrival] = Index(site.base)
        for arrival in arrivals:
            index.add(arrival, arrival.foreign.path, arrival.place, arrival.aliases)
        paths = {arrival.path for arrival in arrivals}
        for arrival in arrivals:
            linked = with_links(arrival, index, site)
            arrival.linked = without_dangling(arrival, linked, paths)

    def _name(self, arrivals: list[Arrival], authors: people.Authors) -> None:
        """Give every article keys of people.yml and topics.yml, old ones where they fit."""
        self.people = read_entries(self.content / "people.yml")
        self.topics = read_entries(self.content / "topics.yml")
        for arrival in arrivals:
            line = arrival.foreign.header.lines.get("authors", 1)
            entries = (authors.entry(a, arrival.foreign.notes, line) for a in arrival.meta.authors)
            named = [(key, entry) for key, entry in entries if "name" in entry]
            for name, there, wanted in (
                ("authors", self.people, named or [people.team()]),
                ("topics", self.topics, [people.topic(name) for name in arrival.meta.topics]),
            ):
                new = not arrival.exists
                keys = [there.key(key, entry, new=new) for key, entry in wanted if "name" in entry]
                arrival.keys[name] = list(dict.fromkeys(keys))

    def written(self, arrivals: list[Arrival]) -> ImportReport:
        """Write what is new: first the lists, so that no article ever names what is not there."""
        written: list[str] = []
        unchanged: list[str] = []
        kept: list[str] = []
        notes = Notes(self.content.as_posix())
        lists = [entries.file for entries in (self.people, self.topics) if entries.write(notes)]
        written += [file.resolve().relative_to(self.root).as_posix() for file in lists]
        for arrival in arrivals:
            text = as_text(arrival)
            if not arrival.exists:
                files = write(arrival, self.root, text)
                written += [file.relative_to(self.root).as_posix() for file in files]
            elif (self.root / arrival.path).read_bytes() == text.encode():
                unchanged.append(arrival.path)
            else:
                kept.append(arrival.path)
                arrival.foreign.notes.found.clear()
                message = f"{arrival.path} exists and has been edited; it was kept as it is"
                arrival.foreign.notes.notice("exists", 1, message)
        found = [finding for note in [*self.notes, notes] for finding in note.found]
        found.sort(key=lambda finding: finding.sort_key)
        return ImportReport(tuple(written), tuple(unchanged), tuple(kept), tuple(found))


def _free_aliases(arrival: Arrival, shelf: Shelf) -> list[str]:
    """The old addresses that no other article has, so that each leads to one page."""
    free = []
    for alias in arrival.aliases:
        owner = shelf.aliases.setdefault(alias, arrival.id)
        if owner == arrival.id and alias.strip("/") != f"articles/{arrival.slug}":
            free.append(alias)
        elif owner != arrival.id:
            message = f"the address `{alias}` leads to another article already"
            arrival.foreign.notes.notice("address", 1, message)
    return free
