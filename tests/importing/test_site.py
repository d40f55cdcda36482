"""What a foreign blog's own settings tell."""

from pathlib import Path

import pytest

from publisher.importing.site import Site, read_site
from tests.importing.foreign import Files, write


def site_of(folder: Path, files: Files, source: str = "", url: str | None = None) -> Site:
    write(folder, files)
    (folder / source).mkdir(parents=True, exist_ok=True)
    return read_site(folder / source, folder / "ours", url)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"_config.yml": "url: https://a.org\nbaseurl: /b/\n"},
            ("jekyll", "https://a.org/b", "/b"),
        ),
        ({"hugo.toml": "baseURL = 'https://a.org/b/'"}, ("hugo", "https://a.org/b", "/b")),
        ({"config.json": '{"baseurl": "https://a.org"}'}, ("hugo", "https://a.org", "")),
        ({"config/_default/hugo.yaml": "baseURL: https://a.org"}, ("hugo", "https://a.org", "")),
        (
            {"pelicanconf.py": "SITEURL = 'https://a.org'\nX = f()\n"},
            ("pelican", "https://a.org", ""),
        ),
        ({"mkdocs.yml": "site_url: https://a.org/b/"}, ("material", "https://a.org/b", "/b")),
        ({"_config.yml": "url: not an address"}, ("jekyll", "", "")),
        ({"_config.yml": "["}, ("", "", "")),
        ({"pelicanconf.py": "("}, ("pelican", "", "")),
        ({"_config.yml": b"\xff"}, ("", "", "")),
        ({}, ("", "", "")),
    ],
    ids=range(11),
)
def test_settings_tell_the_generator_and_the_address(
    tmp_path: Path, files: Files, expected: tuple[str, str, str]
) -> None:
    site = site_of(tmp_path, files)
    assert (site.generator, site.url, site.base) == expected


def test_settings_may_stand_above_the_folder_but_not_in_our_publication(tmp_path: Path) -> None:
    files: Files = {"_config.yml": "title: Theirs", "ours/mkdocs.yml": "site_url: https://our.org"}
    assert site_of(tmp_path, files, "_posts/2020").generator == "jekyll"
    assert site_of(tmp_path, files, "ours/old").title == "Theirs"


def test_an_address_that_is_given_wins(tmp_path: Path) -> None:
    files: Files = {"_config.yml": "url: https://a.org"}
    assert site_of(tmp_path, files, url="https://www.b.org/").host == "b.org"


def test_hugo_and_material_tell_how_they_made_addresses(tmp_path: Path) -> None:
    hugo = site_of(tmp_path / "h", {"hugo.toml": "[permalinks.page]\nposts = '/:slug/'"})
    text = "plugins:\n  - blog:\n      blog_dir: news\n      post_url_format: '{slug}'\n"
    material = site_of(tmp_path / "m", {"mkdocs.yml": text})
    assert hugo.permalinks == {"posts": "/:slug/"}
    assert (material.permalinks, material.blog) == ({"": "{slug}"}, "news")
