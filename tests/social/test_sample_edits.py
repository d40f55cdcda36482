"""Whatever is done to any article of the sample, it is announced once and never again."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest

from publisher import announcing
from publisher.content.article import Article, Status
from publisher.content.publication import Publication, load_publication
from publisher.drilling import Counting
from publisher.social import used
from publisher.social.records import Approval
from tests.content.paper import SETTINGS
from tests.desk import ledger, run
from tests.running import copy_sample
from tests.social.repositories import git

BEFORE_ALL = datetime(2025, 1, 1, 12, tzinfo=UTC)
AFTER_ALL = datetime(2031, 6, 2, 12, tzinfo=UTC)
NETWORKS = ("bluesky", "facebook", "linkedin", "mastodon")
FOR_THE_WORLD = """sample: false
      channels: {instagram: {send: never}, threads: {send: never}, x: {send: never}}
      announce:
        spacing_minutes: 0
        daily_maximum: 100
        quiet: {from: "00:00", until: "00:00"}"""


def written(folder: Path) -> Publication:
    return load_publication(folder, SETTINGS, AFTER_ALL)


def approve(folder: Path) -> None:
    """Somebody agrees to every article as it stands now, so that this holds nothing back."""
    book = ledger(folder, AFTER_ALL)
    for article in written(folder).articles:
        book.approve(article.id or "", Approval(digest=article.digest, by="them", at=AFTER_ALL))


@pytest.fixture(scope="module")
def networks() -> Iterator[dict[str, Counting]]:
    """Networks that count, and pages that are all live."""
    accounts = {name: Counting() for name in NETWORKS}
    gate = mock.Mock(return_value=mock.Mock(lacking=lambda _page: None))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(used, "account", lambda name, *_: accounts.get(name))
        patch.setattr(announcing, "Gate", gate)
        yield accounts


@pytest.fixture(scope="module")
def announced(
    networks: dict[str, Counting], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Counter[str]]:
    """The sample, meant for the world, each article announced on its day; and what went out."""
    folder = copy_sample(tmp_path_factory.mktemp("sample"))
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", FOR_THE_WORLD)
    # Years later all reviews are long ago; that alone would keep every article back.
    text = text.replace("      brand:", "      checks: {signoff: warning}\n      brand:")
    config.write_text(text.replace("publication.example.org/", "journal.example.net/"))
    git(folder, "init", "--quiet", "--initial-branch=main")
    assert run(folder, "announce", at=BEFORE_ALL).exit_code == 0
    approve(folder)
    for moment in sorted({article.published for article in written(folder).articles}):
        ran = run(folder, "announce", at=moment + timedelta(hours=2))
        assert ran.exit_code == 0, ran.output
    # On its day it showed a picture that belongs to its translation of later.
    assert run(folder, "release", "put-the-plain-word-first", at=AFTER_ALL).exit_code == 0
    assert run(folder, "announce", at=AFTER_ALL).exit_code == 0
    return folder, counted(networks)


@pytest.fixture
def folder(announced: tuple[Path, Counter[str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(announced[0], tmp_path / "sample"))


def counted(networks: dict[str, Counting]) -> Counter[str]:
    return Counter(key for account in networks.values() for key in account.keys)


def wanted(article: Article) -> list[str]:
    chosen = article.social.channels
    ready = article.status is Status.READY
    return [
        f"{article.id}/{n}/launch" for n in NETWORKS if ready and (chosen is None or n in chosen)
    ]


def test_every_article_went_out_once_where_its_author_lets_it_go(
    announced: tuple[Path, Counter[str]],
):
    folder, sent = announced
    posts = [key for article in written(folder).articles for key in wanted(article)]
    assert sent == Counter(posts)
    assert len(posts) > 40


# What is done to an article's file, of its text and its number.
Edit = Callable[[str, int], str]


def in_front_matter(key: str, value: str) -> Edit:
    return lambda text, number: re.sub(
        rf"^{key}:.*$", f"{key}: {value.format(number)}", text, count=1, flags=re.MULTILINE
    )


def retitled(text: str, number: int) -> str:
    return in_front_matter("title", "Another title altogether, number {}")(text, number)


def re_dated(text: str, number: int) -> str:
    """To a day on which it would be news."""
    text = re.sub(
        r"^(updated|reviewed|  not_before|  not_after):.*\n", "", text, flags=re.MULTILINE
    )
    return in_front_matter("date", "2031-05-31")(text, number)


def edited(text: str, number: int) -> str:
    return f"{text.rstrip()}\n\nThis sentence is new, and has the number {number}.\n"


def described_anew(text: str, number: int) -> str:
    hooks = in_front_matter("  hook", "Here is something that you have not read yet, number {}.")
    return hooks(text, number)


def all_of_it(text: str, number: int) -> str:
    for edit in (retitled, re_dated, edited, described_anew):
        text = edit(text, number)
    return text


def change(folder: Path, edit: Edit) -> None:
    for number, article in enumerate(written(folder).articles):
        file = folder / article.path
        text = file.read_text("utf-8")
        assert edit(text, number) != text or article.date is None
        file.write_text(edit(text, number), "utf-8")


def rename(folder: Path) -> None:
    """By hand: each file or folder gets another name, and links to it are mended."""
    names = {}
    for number, article in enumerate(written(folder).articles):
        file = folder / article.path
        old = file.parent if article.is_bundle else file
        names[article.slug] = f"quite-another-name-{number}"
        old.rename(old.with_name(old.name.replace(article.slug, names[article.slug])))
    for file in (folder / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        for slug, name in names.items():
            text = re.sub(rf"\b{slug}(?=[./])", name, text)
        file.write_text(text, "utf-8")


def move(folder: Path) -> None:
    """By hand: each article goes, with its pictures, to the folder of another year."""
    new = folder / "content/articles/2030"
    new.mkdir()
    years = [year for year in new.parent.iterdir() if year != new]
    for entry in [entry for year in years for entry in year.iterdir()]:
        entry.rename(new / entry.name)
    for file in (folder / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        for year in years:
            text = text.replace(f"{year.name}/", f"{new.name}/")
        file.write_text(text, "utf-8")


def nothing_goes_out(
    folder: Path, networks: dict[str, Counting], announced: tuple[Path, Counter[str]]
) -> None:
    """Now, and within the next hours, for the reason that it went out before."""
    approve(folder)
    for hours in (0, 2):
        ran = run(folder, "announce", at=AFTER_ALL + timedelta(hours=hours))
        assert (ran.exit_code, ran.stdout.splitlines()[0]) == (0, "nothing is due"), ran.output
    assert counted(networks) == announced[1]
    told = json.loads(run(folder, "announce", "--dry-run", "--format", "json", at=AFTER_ALL).stdout)
    out = {
        f"{one['article']}/{one['channel']}/launch"
        for one in told["waiting"]
        if one["reason"].startswith("it went out: ")
    }
    assert out == set(announced[1])


@pytest.mark.parametrize(
    "edit", [retitled, re_dated, edited, described_anew, all_of_it], ids=lambda edit: edit.__name__
)
def test_no_edit_of_any_article_sends_it_again(folder, networks, announced, edit: Edit):
    change(folder, edit)
    nothing_goes_out(folder, networks, announced)


@pytest.mark.parametrize("by_hand", [rename, move], ids=lambda how: how.__name__)
def test_no_article_that_is_renamed_or_moved_by_hand_goes_out_again(
    folder, networks, announced, by_hand: Callable[[Path], None]
):
    by_hand(folder)
    nothing_goes_out(folder, networks, announced)


def test_everything_at_once_and_another_domain_sends_nothing_again(folder, networks, announced):
    change(folder, all_of_it)
    rename(folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("journal.example.net", "news.example.net"))
    nothing_goes_out(folder, networks, announced)
