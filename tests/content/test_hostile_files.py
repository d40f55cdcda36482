"""Files that no editor meant to write: each is named, none gives a traceback."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.paper import ARTICLE, WHOLE, article, lines, load, load_as_it_is, put, told

BEGIN = "begin the file with a line `---`, then `title:` and `authors:`, then a line `---`"
SAVE = "save the file with the encoding UTF-8; editors offer it under “Save as”"
COMMAND = "put the whole value in double quotes if this is its beginning, else delete this"
DELETE = "delete it; typing the words around it anew helps"


def test_a_whole_article_has_nothing_to_be_told(tmp_path: Path):
    assert told(tmp_path, article()) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + article(), id="byte order mark"),
        pytest.param("\ufeff\ufeff" + article(), id="two byte order marks"),
        pytest.param(article().replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(article().replace("\n", "\r"), id="old Mac line ends"),
        pytest.param(article().replace("---\n", "---  \t\n"), id="blanks after the fences"),
        pytest.param(article({"title": "Un café à l’hôpital 👩‍⚕️"}), id="accents and emoji"),
        pytest.param(article({"title": "Two\u2028lines"}), id="line separator in a value"),
        pytest.param(article({"title": "no", "lang": "es"}), id="a title YAML 1.1 takes for false"),
        pytest.param(article(body=""), id="no body"),
    ],
)
def test_what_editors_really_write_is_read(tmp_path: Path, text: str):
    publication = load(tmp_path, {ARTICLE: text})
    assert lines(publication.findings) == []
    assert [read.path for read in publication.articles] == [ARTICLE]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", [f"1:1 front-matter-missing: the file is empty; {BEGIN}"], id="empty"),
        pytest.param(
            b" \n\t\n", [f"1:1 front-matter-missing: the file is empty; {BEGIN}"], id="blanks only"
        ),
        pytest.param(
            b"---",
            [
                (
                    "1:1 front-matter-open: the front matter begins with `---` here and never "
                    "ends; "
                    "write a line `---` after its last key"
                )
            ],
            id="one fence only",
        ),
        pytest.param(
            b"---\n---\n",
            [
                "1:1 front-matter-missing: `authors` is missing; add `authors: [editorial-team]`",
                "1:1 front-matter-missing: `title` is missing; add `title: …`",
            ],
            id="two fences only",
        ),
        pytest.param(
            b"# A heading\n\nWords.\n",
            [
                (
                    "1:1 front-matter-missing: the file begins with `# A heading`, not with front "
                    f"matter; {BEGIN}"
                )
            ],
            id="no front matter",
        ),
        pytest.param(
            b"\n---\ntitle: A\nauthors: [team]\n---\n",
            [
                (
                    "1:1 front-matter-missing: an empty line stands before the front matter; "
                    "delete it: the line `---` must be the first of the file"
                )
            ],
            id="an empty line first",
        ),
        pytest.param(
            b"+++\ntitle = 'A'\n+++\n",
            [
                (
                    "1:1 front-matter-missing: this is front matter in TOML, as Hugo has it; "
                    "bring the file in with `publisher import`, which turns it into YAML"
                )
            ],
            id="TOML",
        ),
        pytest.param(
            b"---\njust words\n---\n",
            [
                (
                    "2:1 front-matter-value: keys and values were expected here, found `just "
                    "words`; "
                    "write one `key: value` a line"
                )
            ],
            id="words for front matter",
        ),
        pytest.param(
            b"---\n- a\n- b\n---\n",
            [
                (
                    "2:1 front-matter-value: keys and values were expected here, found a list; "
                    "write one `key: value` a line"
                )
            ],
            id="a list for front matter",
        ),
        pytest.param(
            article().replace("One", "Café").encode("latin-1"),
            [
                (
                    "3:11 form-encoding: the text is not saved as UTF-8 (byte 0xe9 here; it may be "
                    f"Latin-1 or Windows); {SAVE}"
                )
            ],
            id="Latin-1",
        ),
        pytest.param(
            article().encode("utf-16"),
            [f"1:1 form-encoding: the text is not saved as UTF-8, but as UTF-16; {SAVE}"],
            id="UTF-16",
        ),
        pytest.param(
            article().encode("utf-16-le"),
            [
                (
                    "1:2 form-control-character: there is an invisible control character (U+0000) "
                    f"here; {DELETE}"
                )
            ],
            id="UTF-16 without a mark",
        ),
        pytest.param(
            article(body="Wor\0ds.\n").encode(),
            [
                (
                    "13:4 form-control-character: there is an invisible control character (U+0000) "
                    f"here; {DELETE}"
                )
            ],
            id="NUL",
        ),
        pytest.param(
            article(body="Words\U0001fffe.\n").encode(),
            [
                (
                    "13:6 form-control-character: there is an invisible control character "
                    "(U+1FFFE) "
                    f"here; {DELETE}"
                )
            ],
            id="a noncharacter",
        ),
        pytest.param(
            article(body="a" * 20_000_000).encode(),
            [
                (
                    "1:1 form-size: the file has 20,000,229 bytes; at most 500,000 are read; "
                    "keep "
                    "the article's text only; pictures belong in files of their own"
                )
            ],
            id="20 MB",
        ),
        pytest.param(
            article(body="Words <!-- and a note nobody may see\n").encode(),
            [
                (
                    "13:7 form-comment: a comment begins here with `<!--` and never ends, so "
                    "readers "
                    "would see it; write `-->` where it ends"
                )
            ],
            id="a comment without end",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, expected: list[str]):
    assert told(tmp_path, content) == expected
    assert load(tmp_path).articles == ()


def test_every_fault_of_a_file_is_told_in_one_run(tmp_path: Path):
    body = "[gone](gone.md) ![gone](gone.png) [nowhere](/nowhere/)\n"
    changes = {"date": "14/03/2026", "pillar": "reserch", "topics": "[slep]", "id": None}
    text = article(changes | {"titel": "One", "authors": "[tam]"}, body)
    text = text.replace("pillar:", "status: draft\nnote: *gone\npillar:")
    assert told(tmp_path, text) == [
        (
            "1:1 front-matter-missing: `id` is missing; a ready article needs it; "
            "add the line `id: …`"
        ),
        (
            "4:1 front-matter-value: `date` is `14/03/2026`: not a day that we can read; write "
            "2026-03-14"
        ),
        (
            "6:1 front-matter-key-twice: `status` stands here again; it is on line 5 already; keep "
            "one of the two"
        ),
        (
            "7:7 front-matter-yaml: `*gone` is no text to YAML but a command, which is refused "
            "here; "
            f"{COMMAND}"
        ),
        (
            "8:1 front-matter-value: `pillar` is `reserch`; did you mean `research`? write one of "
            "research, advocacy, education, people, recognition, behind-the-scenes, community or "
            "statement"
        ),
        "10:10 front-matter-unknown: `slep` is not in topics.yml; did you mean `sleep`?",
        "11:11 front-matter-unknown: `tam` is not in people.yml; did you mean `team`?",
        "12:1 front-matter-key: `titel` is no key that we know; did you mean `title`?",
        (
            "15:1 form-link: the link goes to `gone.md`, which this publication does not have; "
            "write "
            "the path to its file from this one, as ../2026/other-article.md"
        ),
        (
            "15:17 form-file: there is no file `gone.png`; put the file beside the article and "
            "write "
            "its name, as picture.png"
        ),
        (
            "15:35 form-link: the link goes to `/nowhere/`, which this publication does not have; "
            "write the path to its file from this one, as ../2026/other-article.md"
        ),
    ]


@pytest.mark.parametrize(
    ("yaml", "sign"),
    [
        ("note: *x", "*x"),
        ("note: &x y", "&x"),
        ("note: !Important y", "!Important"),
        ("note: !!python/object/apply:os.system [id]", "!!python/object/apply:os.system"),
        ("note: !!binary aGk=", "!!binary"),
    ],
)
def test_what_yaml_would_obey_is_refused(tmp_path: Path, yaml: str, sign: str):
    place = "2:7 front-matter-yaml"
    assert told(tmp_path, f"---\n{yaml}\ntitle: A\nauthors: [team]\n---\n") == [
        f"{place}: `{sign}` is no text to YAML but a command, which is refused here; {COMMAND}"
    ]


def test_an_alias_bomb_is_told_and_never_unfolds(tmp_path: Path):
    bomb = "a0: &a0 [x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40))
    findings = told(tmp_path, f"---\n{bomb}---\n")
    assert findings[2] == (
        f"2:5 front-matter-yaml: `&a0` is no text to YAML but a command, which is refused here; "
        f"{COMMAND}"
    )
    assert len(findings) == 2 + 40 + 39 * 10  # no authors, no title; each anchor, each alias


@pytest.mark.parametrize("sign", ["[", "a: [", "- ", "{a: ", "? "])
def test_nesting_without_end_is_told(tmp_path: Path, sign: str):
    (finding,) = told(tmp_path, f"---\n{sign * 30_000}\n---\n")
    assert finding.endswith(
        "front-matter-yaml: brackets or indents are nested deeper here than any key needs; write "
        "each key at the beginning of its line"
    )


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("k" * 2000 + ": v", "front-matter-yaml: a key cannot stand here: it is indented, or"),
        ("k" * 1000 + ": v", f"front-matter-key: `{'k' * 57}…` is no key that we know; delete it"),
        ("title: " + "[" * 10, "front-matter-yaml: a bracket or brace is open here"),
        ("title: " + "A" * 100_000, "front-matter-value: `title` is `AAAA"),
        ("authors: [" + "x, " * 50_000 + "]", "front-matter-unknown: `x` is not in people.yml"),
    ],
    ids=["a long key", "a key that is too long", "brackets", "a long value", "a long list"],
)
def test_what_is_very_long_is_told_in_short(tmp_path: Path, yaml: str, expected: str):
    found = told(tmp_path, f"---\n{yaml}\n---\n")
    assert any(expected in finding for finding in found)
    assert max(map(len, found)) < 300


def test_an_escape_that_makes_a_control_character_is_told(tmp_path: Path):
    assert told(tmp_path, article({"title": '"One\\x07"'})) == [
        (
            "3:8 form-control-character: the value of `title` holds an invisible control "
            "character; "
            "delete it, or the escape like \\x07 that stands for it"
        )
    ]


@pytest.mark.parametrize("name", ["Ünïcode.md", "two words.md", "UPPER.md", "a--b.md", "-.md"])
def test_a_name_that_readers_cannot_type_is_told(tmp_path: Path, name: str):
    publication = load(tmp_path, {f"content/articles/2026/{name}": article()})
    assert lines(publication.findings) == [
        (
            f"content/articles/2026/{name}:1:1 front-matter-slug: the file's name makes the "
            "address "
            f"`{name[:-3]}`, which readers cannot type; rename it with small letters a-z, digits "
            "and "
            "single hyphens"
        )
    ]
    assert publication.articles == ()


def test_a_name_in_another_encoding_is_told_and_stops_nothing(tmp_path: Path):
    put(tmp_path, {ARTICLE: article()})
    file = os.fsencode(tmp_path / "content/articles/2026") + b"/caf\xe9.md"
    Path(os.fsdecode(file)).write_bytes(article({"id": "wxyz-1234"}).encode())
    publication = load(tmp_path)
    assert lines(publication.findings) == [
        (
            "content/articles/2026/caf\ufffd.md:1:1 form-name: the file's name is not UTF-8 text; "
            "rename the file"
        )
    ]
    assert [read.path for read in publication.articles] == [ARTICLE]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "content/stray/one.md",
            (
                "form-place: this file is neither in content/articles/ nor directly in content/; "
                "move "
                "it to content/articles/ if it is an article, else to content/"
            ),
        ),
        (
            "content/articles/2026/two.markdown",
            "form-place: a file with this ending is not read; rename it to two.md",
        ),
        (
            "content/articles/2026/TWO.MD",
            "form-place: a file with this ending is not read; rename it to TWO.md",
        ),
        (
            "content/people.yaml",
            "form-place: a file with this ending is not read; rename it to people.yml",
        ),
        (
            "content/topics.md",
            "form-place: the address `/topics/` is one that the site fills itself; rename the file",
        ),
        (
            "content/es.md",
            "form-place: the address `/es/` is one that the site fills itself; rename the file",
        ),
    ],
)
def test_a_file_in_a_place_where_nobody_reads_it_is_told(tmp_path: Path, path: str, expected: str):
    page = "---\ntitle: A\ndescription: B\n---\nWords.\n"
    publication = load(tmp_path, {ARTICLE: article(), path: page})
    assert lines(publication.findings) == [f"{path}:1:1 {expected}"]


@pytest.mark.parametrize("folder", ["articles", "articles/2026"])
def test_an_index_that_is_no_bundle_is_told(tmp_path: Path, folder: str):
    publication = load(tmp_path, {f"content/{folder}/index.md": article()})
    name = folder.rpartition("/")[2]
    assert lines(publication.findings) == [
        (
            f"content/{folder}/index.md:1:1 form-place: this would be the article `{name}`, for it "
            f"lies in no folder of its own; move it to {name}/what-it-is-about/index.md, or call "
            "it "
            "what-it-is-about.md"
        )
    ]


def test_a_folder_named_like_an_article_is_told(tmp_path: Path):
    (tmp_path / "content/articles/2026/two.md").mkdir(parents=True)
    publication = load(tmp_path, {ARTICLE: article()})
    assert lines(publication.findings) == [
        (
            "content/articles/2026/two.md:1:1 form-place: this is a folder, though named like a "
            "file; "
            "rename the folder without .md; an article in a folder of its own is called index.md"
        )
    ]


def test_links_that_leave_the_publication_are_told_and_not_followed(tmp_path: Path):
    outside = tmp_path / "outside"
    put(outside, {"secret.md": article(), "folder/two.md": article({"id": "wxyz-1234"})})
    root = put(tmp_path / "inside", {ARTICLE: article()})
    folder = root / "content/articles/2026"
    (folder / "file.md").symlink_to(outside / "secret.md")
    (folder / "up.md").symlink_to("../../../../outside/secret.md")
    (folder / "folder").symlink_to(outside / "folder", target_is_directory=True)
    (root / "content/people.yml").unlink()
    (root / "content/people.yml").symlink_to(outside / "content/people.yml")
    publication = load_as_it_is(root)
    why = "form-link-outside: this is a symbolic link to a place outside the publication"
    fix = "put the file itself here"
    assert lines(publication.findings) == [
        f"content/articles/2026/file.md:1:1 {why}; {fix}",
        f"content/articles/2026/folder:1:1 {why}; {fix}",
        f"content/articles/2026/up.md:1:1 {why}; {fix}",
        f"content/people.yml:1:1 {why}; {fix}",
    ]
    assert [read.path for read in publication.articles] == [ARTICLE]


def test_links_in_circles_and_to_nothing_are_told(tmp_path: Path):
    root = put(tmp_path, {ARTICLE: article()})
    folder = root / "content/articles/2026"
    (folder / "circle.md").symlink_to("circle.md")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "loop").symlink_to("../2026", target_is_directory=True)
    why = "form-unreadable: this cannot be read (it is a symbolic link to nothing); check that it "
    why += "exists, is a plain file, and that you may read it"
    publication = load_as_it_is(root)
    assert lines(publication.findings) == [
        f"content/articles/2026/circle.md:1:1 {why}",
        f"content/articles/2026/gone.md:1:1 {why}",
        (
            "content/articles/2026/loop:1:1 form-link-folder: this folder is a symbolic link, "
            "which is "
            "not followed; move the folder itself here, if it is to be read"
        ),
    ]
    assert [read.path for read in publication.articles] == [ARTICLE]


def test_a_named_pipe_stops_nothing(tmp_path: Path):
    root = put(tmp_path, {ARTICLE: article()})
    os.mkfifo(root / "content/articles/2026/pipe.md")
    (root / "content/people.yml").unlink()
    os.mkfifo(root / "content/people.yml")
    assert lines(load_as_it_is(root).findings) == [
        (
            "content/people.yml:1:1 form-unreadable: this cannot be read (it is no plain file); "
            "check "
            "that it exists, is a plain file, and that you may read it"
        )
    ]


def test_folders_a_thousand_deep_are_read(tmp_path: Path):
    here = os.getcwd()  # noqa: PTH109 - such a path is too long to be named at once
    put(tmp_path, {ARTICLE: article()})
    try:
        os.chdir(tmp_path / "content/articles")
        for _ in range(1000):
            os.mkdir("d")  # noqa: PTH102 - as above
            os.chdir("d")
        Path("deep.md").write_text(article({"id": "wxyz-1234"}))
    finally:
        os.chdir(here)
    publication = load(tmp_path)
    # What clears up after the tests goes down folder by folder, and would not come back.
    subprocess.run(["rm", "-r", str(tmp_path / "content/articles/d")], check=True)
    assert lines(publication.findings) == []
    assert len(publication.articles) == 2


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put(tmp_path, {ARTICLE: article(), "content/articles/2025/old.md": ""})
    as_it_is = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder.name == "2025":  # as root, who reads everything, the tests may run
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return iter(as_it_is(folder))

    monkeypatch.setattr(Path, "iterdir", iterdir)
    publication = load_as_it_is(tmp_path)
    assert lines(publication.findings) == [
        (
            "content/articles/2025:1:1 form-unreadable: this cannot be read (Permission denied); "
            "check "
            "that it exists, is a plain file, and that you may read it"
        )
    ]
    assert [read.path for read in publication.articles] == [ARTICLE]


def test_an_empty_publication_is_no_fault(tmp_path: Path):
    (tmp_path / "content").mkdir()
    publication = load_as_it_is(tmp_path)
    assert (publication.findings, publication.articles, publication.people) == ((), (), {})


def test_a_publication_without_its_folder_says_so(tmp_path: Path):
    publication = load_as_it_is(tmp_path)
    assert lines(publication.findings) == [
        "content:1:1 form-place: there is no folder content/; `publisher new` makes it"
    ]
    assert publication.findings[0].severity == "notice"


def test_what_does_not_fit_is_withheld_so_that_a_slip_never_publishes_a_secret(tmp_path: Path):
    embargoed = article({"date": None, "Date": "2031-01-01"})
    assert load(tmp_path, {ARTICLE: embargoed}).articles == ()


def test_what_is_only_missing_withholds_nothing(tmp_path: Path):
    for key in ("id", "description", "pillar", "audience", "topics"):
        publication = load(tmp_path, {ARTICLE: article({key: None})})
        assert [finding.check for finding in publication.findings] == ["front-matter-missing"]
        assert [read.title for read in publication.public] == [WHOLE["title"]]
