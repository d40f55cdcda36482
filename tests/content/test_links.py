"""What texts point to: files, articles, pages, and what of it is left for readers."""

from pathlib import Path

import pytest

from publisher.content.addresses import Addresses, Page
from publisher.content.publication import Publication
from tests.content.paper import ARTICLE, PEOPLE, article, lines, load, load_as_it_is, put, told

PICTURE = b"not looked into here"
BESIDE = "put the file beside the article and write its name, as picture.png"
FROM_HERE = "write the path to its file from this one, as ../2026/other-article.md"
PAGE = "---\ntitle: About\ndescription: Who we are\n---\n"
OTHERS = {
    "content/about.md": f"{PAGE}Words.\n",
    "content/articles/2025/old.md": article({"id": "aaaa-0001"}),
    "content/articles/2025/draft.md": article({"id": "aaaa-0002", "status": "draft"}),
    "content/articles/2031/secret.md": article({"id": "aaaa-0003", "date": "2031-01-01"}),
    "content/articles/2026/broken.md": article({"id": "aaaa-0004", "titel": "x"}),
    "content/articles/2026/gone.md": article({"id": "aaaa-0005", "status": "withdrawn"}),
}


def body_of(publication: Publication) -> str:
    (found,) = [read.body for read in publication.articles if read.path == ARTICLE]
    return found


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("[a](../2025/old.md)", "[a](../2025/old.md)"),
        ("[a](../2025/old.md#part)", "[a](../2025/old.md#part)"),
        ("[a](../../about.md)", "[a](../../about.md)"),
        ("[a](gone.md)", "[a](gone.md)"),
        ("[a](../2025/draft.md)", "a"),
        ("[a](../2031/secret.md)", "a"),
        ("[a](broken.md)", "a"),
        ("[a](/articles/old/)", "[a](/articles/old/)"),
        ("[a](/articles/secret/)", "a"),
        ("[a](/articles/draft/#part)", "a"),
        ("[a](/articles/broken/)", "a"),
        ("[a](/about/)", "[a](/about/)"),
        ("[a](/)", "[a](/)"),
        ("[a](/feeds/)", "[a](/feeds/)"),
        ("[a](/topics/sleep/)", "[a](/topics/sleep/)"),
        ("[a](/es/topics/sleep/)", "[a](/es/topics/sleep/)"),
        ("[a](/people/team/)", "[a](/people/team/)"),
        ("[a](https://example.org/)", "[a](https://example.org/)"),
        ("[a](#part)", "[a](#part)"),
        ("[a][b]\n\n[b]: ../2031/secret.md", "[a][b]\n\n[b]: #"),
        ('<a href="../2031/secret.md">a</a>', "<a>a</a>"),
        ("a <!-- who wrote [this](../2031/secret.md)? --> b", "a  b"),
    ],
)
def test_a_link_to_what_has_no_page_is_only_its_words(tmp_path: Path, written: str, left: str):
    publication = load(tmp_path, OTHERS | {ARTICLE: article(body=f"{written}\n")})
    assert body_of(publication) == f"{left}\n"
    mine = [finding for finding in publication.findings if finding.path == ARTICLE]
    assert mine == []


def test_in_a_preview_with_drafts_everything_is_linked(tmp_path: Path):
    body = "[a](../2025/draft.md) [b](/articles/secret/)\n"
    publication = load(tmp_path, OTHERS | {ARTICLE: article(body=body)}, drafts=True)
    assert body_of(publication) == body


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a](nowhere.md)", (f"form-link: the link goes to `nowhere.md`, which this publication "
         f"does not have; {FROM_HERE}")),
        ("[a](/nowhere/)", (f"form-link: the link goes to `/nowhere/`, which this publication does "
         f"not have; {FROM_HERE}")),
        ("[a](/topics/slep/)", (f"form-link: the link goes to `/topics/slep/`, which this "
         f"publication does not have; {FROM_HERE}")),
        ("[a](/people/tam/)", (f"form-link: the link goes to `/people/tam/`, which this "
         f"publication does not have; {FROM_HERE}")),
        ("[a](../../../../etc/passwd.md)", (f"form-file: `../../../../etc/passwd.md` lies outside "
         f"content/; {BESIDE}")),
        ("![a](gone.png)", f"form-file: there is no file `gone.png`; {BESIDE}"),
        ("![a](../../../mkdocs.yml)", (f"form-file: `../../../mkdocs.yml` lies outside content/; "
         f"{BESIDE}")),
        ("[a](../../people.yml)", (f"form-file: `../../people.yml` is a file for writers, which is "
         f"not published; {BESIDE}")),
        ("[a](../.hidden/notes.pdf)", (f"form-file: `../.hidden/notes.pdf` is a file for writers, "
         f"which is not published; {BESIDE}")),
        ("![a](.)", f"form-file: there is no file `.`; {BESIDE}"),
        ("![a](%00)", f"form-file: `%00` lies outside content/; {BESIDE}"),
        ("![a](way%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fout.png)",
         (f"form-file: there is no file `way%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fout.png`; "
         f"{BESIDE}")),
        ("![a](" + "x" * 300 + ".png)", f"form-file: there is no file `{'x' * 57}…`; {BESIDE}"),
        ('<img src="gone.png" alt="a">', f"form-file: there is no file `gone.png`; {BESIDE}"),
        ('<video poster="gone.png" src="gone.mp4"></video>',
         f"form-file: there is no file `gone.mp4`; {BESIDE}"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_told(tmp_path: Path, written: str, expected: str):
    put(tmp_path, {"content/articles/.hidden/notes.pdf": PICTURE, "mkdocs.yml": ""})
    found = told(tmp_path, article(body=f"{written}\n"))
    assert found[0] == f"13:1 {expected}"
    assert "gone" not in body_of(load(tmp_path))


def test_a_name_that_is_nearly_right_is_suggested(tmp_path: Path):
    put(tmp_path, {"content/articles/2026/Lead Picture.JPG": PICTURE})
    for written in ("lead%20picture.jpg", "<Lead-Picture.JPG>", "Lead Picture.JPEG"):
        (found,) = told(tmp_path, article(body=f"![a]({written})\n"))
        assert found.endswith("; did you mean `Lead Picture.JPG`?")


def test_a_picture_by_way_of_a_symbolic_link_never_comes_from_outside(tmp_path: Path):
    outside = put(tmp_path / "outside", {"secret.png": PICTURE})
    root = put(tmp_path / "inside", {ARTICLE: article(body="![a](a.png) ![b](b/secret.png)\n")})
    folder = root / "content/articles/2026"
    (folder / "a.png").symlink_to(outside / "secret.png")
    (folder / "b").symlink_to(outside, target_is_directory=True)
    publication = load_as_it_is(root)
    outside_of_it = "form-link-outside: this is a symbolic link to a place outside the publication"
    assert lines(publication.findings) == [
        f"content/articles/2026/a.png:1:1 {outside_of_it}; put the file itself here",
        f"content/articles/2026/b:1:1 {outside_of_it}; put the file itself here",
        f"{ARTICLE}:13:1 form-file: `a.png` lies outside content/; {BESIDE}",
        f"{ARTICLE}:13:13 form-file: `b/secret.png` lies outside content/; {BESIDE}",
    ]
    assert [read.pictures for read in publication.articles] == [{}]


def test_an_article_knows_the_pictures_it_shows(tmp_path: Path):
    bundle = "content/articles/2026/two"
    files: dict[str, str | bytes] = {
        f"{bundle}/index.md": article(
            {"image": "lead.png", "alt": "A lead"},
            "![a](a%20b.png) ![c](../c.png) [d](d.pdf) ![e](https://example.org/e.png)\n",
        ),
        f"{bundle}/lead.png": PICTURE,
        f"{bundle}/a b.png": PICTURE,
        f"{bundle}/d.pdf": PICTURE,
        "content/articles/2026/c.png": PICTURE,
    }
    publication = load(tmp_path, files)
    (read,) = publication.articles
    assert lines(publication.findings) == []
    assert read.lead_picture == f"{bundle}/lead.png"
    assert read.pictures == {
        "lead.png": f"{bundle}/lead.png",
        "a%20b.png": f"{bundle}/a b.png",
        "../c.png": "content/articles/2026/c.png",
        "d.pdf": f"{bundle}/d.pdf",
    }


def test_the_digest_is_that_of_source_and_pictures(tmp_path: Path):
    files: dict[str, str | bytes] = {
        ARTICLE: article(body="![a](a.png)\n"),
        "content/articles/2026/a.png": PICTURE,
    }
    digests = {load(tmp_path, files).articles[0].digest, load(tmp_path).articles[0].digest}
    assert len(digests) == 1
    digests.add(load(tmp_path, {"content/articles/2026/a.png": b"another"}).articles[0].digest)
    digests.add(load(tmp_path, {ARTICLE: article(body="![b](a.png)\n")}).articles[0].digest)
    assert len(digests) == 3


def test_standing_pages_are_held_to_the_same(tmp_path: Path):
    body = "[a](gone.md) ![b](gone.png) [c](articles/2031/secret.md) [d](/nowhere/) ![e](e.png)\n"
    files: dict[str, str | bytes] = {"content/about.md": PAGE + body, "content/e.png": PICTURE}
    publication = load(tmp_path, OTHERS | files)
    (page,) = publication.pages
    assert page.body == "a b c d ![e](e.png)\n"
    assert page.pictures == {"e.png": "content/e.png"}
    assert [line for line in lines(publication.findings) if "about" in line] == [
        (
            "content/about.md:5:1 form-link: the link goes to `gone.md`, which this publication "
            "does "
            f"not have; {FROM_HERE}"
        ),
        f"content/about.md:5:14 form-file: there is no file `gone.png`; {BESIDE}",
        (
            "content/about.md:5:58 form-link: the link goes to `/nowhere/`, which this publication "
            f"does not have; {FROM_HERE}"
        ),
    ]


def test_the_photo_of_a_person_stays_in_the_publication(tmp_path: Path):
    people = (
        f"{PEOPLE}ann:\n  name: Ann\n  photo: ../mkdocs.yml\nbea: {{name: Bea, photo: b.jpg}}\n"
    )
    files: dict[str, str | bytes] = {
        "content/people.yml": people,
        "content/b.jpg": PICTURE,
        "mkdocs.yml": "",
    }
    publication = load(tmp_path, files)
    assert lines(publication.findings) == [
        (
            "content/people.yml:9:3 form-file: `ann` has a photo `../mkdocs.yml` that is no file "
            "in "
            "content/; put the file into content/ and write its path from there"
        )
    ]
    assert {key: person.photo for key, person in publication.people.items()} == {
        "team": None,
        "readers": None,
        "ann": None,
        "bea": "b.jpg",
    }


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/journal/", Page.LIVING),
        ("/journal/articles/old", Page.LIVING),
        ("/journal/sitemap.xml", Page.LIVING),
        ("/journal/articles/secret/", Page.HIDDEN),
        ("/articles/old/", Page.UNKNOWN),
        ("/journalism/", Page.UNKNOWN),
    ],
)
def test_below_a_folder_of_another_site_addresses_begin_with_it(path: str, page: Page):
    site = Addresses(
        site_url="https://example.org/journal/",
        paths=set(),
        living={"articles/old/"},
        hidden={"articles/secret/"},
        languages={"en"},
        people=None,
        topics=None,
    )
    assert site.page(path) is page
