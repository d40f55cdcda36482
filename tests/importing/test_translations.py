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
