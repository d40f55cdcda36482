"""Which articles say the same in several languages."""

from typing import Any

import frontmatter
import pytest

from tests.importing.foreign import Blog, Files


def text(**keys: str) -> str:
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in keys.items()) + "date: 2020-01-02\n---\n"


def of(blog: Blog, path: str) -> Any:
    return frontmatter.load(str(blog.root / "content" / path)).metadata


@pytest.mark.parametrize(
    "files",
    [
        {"post.md": text(title="Hello"), "post.es.md": text(title="Hola")},
        {"post.en.md": text(title="Hello", lang="en"), "post.es.md": text(title="Hola")},
        {"en/post.md": text(title="Hello"), "es/post.md": text(title="Hola")},
        {
            "post.md": text(title="Hello", translationKey="x"),
            "hola/post.md": text(title="Hola", translationKey="x", lang="es"),
        },
    ],
    ids=["suffix", "two suffixes", "folders", "key"],
)
def test_a_translation_knows_its_language_and_its_original(blog: Blog, files: Files) -> None:
    blog.write(files)
    report = blog.come()
    articles = [of(blog, path.removeprefix("content/")) for path in report.written if "/20" in path]
    originals = [article for article in articles if article["title"] == "Hello"]
    others = [article for article in articles if article["title"] == "Hola"]
    assert [(o["lang"], o["translation_of"]) for o in others] == [("es", originals[0]["id"])]
    assert "translation_of" not in originals[0]
    slugs = {path.rsplit("/", 1)[-1] for path in report.written if "/20" in path}
    assert len(slugs) == 2


def test_a_dot_in_a_name_is_no_language(blog: Blog) -> None:
    blog.write({"node.js.md": text(title="A")})
    blog.come()
    assert "lang" not in of(blog, "articles/2020/node-js.md")


def test_an_original_keeps_the_name_and_the_address_that_its_translation_sorts_before(
    blog: Blog,
) -> None:
    blog.write(
        {
            "hugo.toml": "defaultContentLanguage = 'en'",
            "content/posts/flu/index.es.md": text(title="Gripe"),
            "content/posts/flu/index.md": text(title="Flu"),
        }
    )
    assert blog.told(blog.come()) == []
    original, spanish = of(blog, "articles/2020/flu.md"), of(blog, "articles/2020/flu-es.md")
    assert (original["title"], original["aliases"]) == ("Flu", ["posts/flu/"])
    assert (spanish["title"], spanish["aliases"]) == ("Gripe", ["es/posts/flu/"])
    assert (spanish["lang"], spanish["translation_of"]) == ("es", original["id"])
    assert "lang" not in original


def test_a_hugo_blog_may_name_its_own_language_in_addresses_too(blog: Blog) -> None:
    blog.write(
        {
            "hugo.toml": (
                "defaultContentLanguage = 'en'\ndefaultContentLanguageInSubdir = true\n"
                "[permalinks]\nposts = '/:year/:slug/'\n"
            ),
            "content/posts/flu.md": text(title="Flu"),
            "content/posts/flu.pt-br.md": text(title="Gripe"),
        }
    )
    blog.come()
    assert of(blog, "articles/2020/flu.md")["aliases"] == ["en/2020/flu/"]
    assert of(blog, "articles/2020/flu-pt-br.md")["aliases"] == ["pt-br/2020/flu/"]


def test_a_key_that_one_of_two_forgot_is_found_by_the_name_of_the_file(blog: Blog) -> None:
    blog.write(
        {"flu.md": text(title="Flu"), "flu.es.md": text(title="Gripe", translationKey="flu")}
    )
    blog.come()
    original, spanish = of(blog, "articles/2020/flu.md"), of(blog, "articles/2020/flu-es.md")
    assert spanish["translation_of"] == original["id"]


def test_articles_of_other_keys_are_no_translations_whatever_their_files_are_called(
    blog: Blog,
) -> None:
    blog.write(
        {
            "flu.md": text(title="Flu", translationKey="a"),
            "flu.es.md": text(title="Gripe", translationKey="b"),
        }
    )
    blog.come()
    assert "translation_of" not in of(blog, "articles/2020/flu-es.md")


PELICAN: Files = {
    "content/a-en.md": "Title: One\nDate: 2020-01-02\nSlug: un\nLang: en\n\nText.\n",
    "content/a.md": "Title: Un\nDate: 2020-01-02\nSlug: un\n\nTexte.\n",
}


@pytest.mark.parametrize(
    ("settings", "french", "english"),
    [
        ("", "un.html", "un-en.html"),
        ("ARTICLE_URL = 'a/{slug}/'\nARTICLE_LANG_URL = '{lang}/{slug}/'\n", "a/un/", "en/un/"),
    ],
    ids=["by default", "by its settings"],
)
def test_pelican_pairs_translations_by_their_slugs(
    blog: Blog, settings: str, french: str, english: str
) -> None:
    blog.write({"pelicanconf.py": f"PATH = 'content'\nDEFAULT_LANG = 'fr'\n{settings}", **PELICAN})
    blog.come()
    original, translation = of(blog, "articles/2020/un.md"), of(blog, "articles/2020/un-en.md")
    assert (original["title"], original["lang"], original["aliases"]) == ("Un", "fr", [french])
    assert (translation["lang"], translation["aliases"]) == ("en", [english])
    assert translation["translation_of"] == original["id"]


def test_the_language_of_the_publication_goes_without_saying(blog: Blog) -> None:
    blog.write({"pelicanconf.py": "DEFAULT_LANG = 'fr'\n", **PELICAN})
    blog.come(language="fr-CA")
    assert "lang" not in of(blog, "articles/2020/un.md")


def test_the_language_of_a_blog_is_written_as_it_should_be(blog: Blog) -> None:
    blog.write({"_config.yml": "lang: pt_br\n", "a.md": text(title="Gripe")})
    assert blog.told(blog.come()) == []
    assert of(blog, "articles/2020/a.md")["lang"] == "pt-BR"


def test_a_material_blog_tells_its_language_in_its_theme(blog: Blog) -> None:
    settings = "theme: {name: material, language: de}\nplugins: [blog]\n"
    blog.write({"mkdocs.yml": settings, "docs/blog/posts/a.md": text(title="Grippe")})
    blog.come()
    assert of(blog, "articles/2020/a.md")["lang"] == "de"
