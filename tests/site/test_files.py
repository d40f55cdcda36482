"""What lies beside articles: served if it is harmless, told of if it is not."""

import json
import shutil
from pathlib import Path

import pytest

from tests.running import AS_OF, publisher, write_article

FRONT = """title: Beside
authors: [editorial-team]
id: beside-one
status: ready
date: 2026-01-01
pillar: community
audience: staff
topics: [measurement]
description: A description that is long enough for search engines and for every network too."""
FOLDER = "content/articles/2026"


def told(folder: Path) -> list[tuple[str, str, int, str]]:
    run = publisher(folder, "check", "--format", "json", "--as-of", AS_OF)
    assert "Traceback" not in run.stderr
    found = json.loads(run.stdout)["findings"]
    beside = {"form-card-picture", "form-duplicate-title", "form-duplicate-description"}
    return [
        (f["severity"], f["check"], f["line"], f["message"])
        for f in found
        if f["check"] not in beside
    ]


@pytest.mark.parametrize("name", ["page.html", "run.js", "tool.py", "data.xml", "noending"])
def test_what_a_browser_could_run_is_not_served(sample: Path, name: str):
    (sample / FOLDER / name).write_text("<script>alert(1)</script>")
    write_article(sample, "2026/beside.md", FRONT, f"[Take it]({name}).")
    (finding,) = told(sample)
    assert finding[:3] == ("error", "form-file", 13)
    assert finding[3].startswith(f"`{name}` is not served")
    publisher(sample, "build", "--as-of", AS_OF)
    assert list((sample / "site").rglob(name)) == []
    assert (
        "<p><span>Take it</span>.</p>" in (sample / "site/articles/beside/index.html").read_text()
    )


PICTURE = "save it as PNG, JPEG or WebP"
EITHER = f"{PICTURE}; a document as PDF"


@pytest.mark.parametrize(
    ("name", "reason", "instead"),
    [
        ("a.tiff", "not every browser shows a file that ends in .tiff", PICTURE),
        ("a.MOV", "not every browser plays a file that ends in .mov",
         "save it as MP4 or WebM, a sound alone as MP3"),
        ("a.exe", "a file that ends in .exe may hold a program", EITHER),
        ("noending", "a file that ends in nothing may hold a program", EITHER),
    ],
)  # fmt: skip
def test_what_is_not_served_is_told_with_the_reason_and_what_to_save(
    name: str, reason: str, instead: str, sample: Path
):
    (sample / FOLDER / name).write_bytes(b"II*\0")
    write_article(sample, "2026/beside.md", FRONT, f"[Take it]({name}).")
    run = publisher(sample, "check", "--select", "form-file", "--format", "json")
    (found,) = json.loads(run.stdout)["findings"]
    assert (found["message"], found["fix"]) == (f"`{name}` is not served: {reason}", instead)


@pytest.mark.parametrize("name", ["scan.dcm", "scan", "scan.png"])
def test_nobody_is_told_to_save_a_medical_image_as_another_picture(name: str, sample: Path):
    (sample / FOLDER / name).write_bytes(b"\0" * 128 + b"DICM")
    write_article(sample, "2026/beside.md", FRONT, f"[The scan]({name}).")
    run = publisher(
        sample, "check", "--select", "form-file", "--select", "privacy-dicom", "--format", "json"
    )
    beside, image = json.loads(run.stdout)["findings"]
    assert beside["message"] == (
        f"`{name}` is a medical image with the patient's data in it, so it is not served"
    )
    assert beside["fix"] == (
        "take it out; a name may stand in its pixels too, whatever picture is made of it: "
        "docs/privacy-officer.md"
    )
    assert image["fix"].startswith("take it out, and out of git's history if it was pushed")


def test_a_drawing_with_a_script_in_it_is_not_served(sample: Path):
    (sample / FOLDER / "drawing.svg").write_text('<svg onload="x()" viewBox="0 0 1 1"/>')
    write_article(sample, "2026/beside.md", FRONT, "![A dot](drawing.svg)")
    assert [f[3] for f in told(sample)] == ["`drawing.svg` holds a script, so it is not served"]
    publisher(sample, "build", "--as-of", AS_OF)
    assert list((sample / "site").rglob("drawing.svg")) == []


def test_a_lead_picture_that_is_none_is_told(sample: Path):
    (sample / FOLDER / "lead.jpg").write_text("garbage")
    write_article(sample, "2026/beside.md", f"{FRONT}\nimage: lead.jpg\nalt: A dot", "Words.")
    assert told(sample) == [
        (
            "error",
            "form-file",
            11,
            "`lead.jpg` is not a picture that can be shown, or is broken off",
        )
    ]


def test_the_picture_of_an_embargoed_article_is_no_other_ones(sample: Path):
    shutil.copy(sample / "theme/assets/icon.png", sample / FOLDER / "secret.png")
    later = FRONT.replace("beside-one", "later-one").replace("2026-01-01", "2031-01-01")
    write_article(sample, "2026/later.md", f"{later}\nimage: secret.png\nalt: A secret")
    write_article(sample, "2026/beside.md", FRONT, "![A secret](secret.png)")
    assert told(sample) == [
        (
            "error",
            "form-file",
            13,
            f"`secret.png` is the picture of {FOLDER}/later.md, which is not public yet",
        )
    ]


@pytest.mark.parametrize(
    "written",
    [
        "![A dot](https://elsewhere.test/p.gif)",
        '<img src="https://elsewhere.test/p.gif" alt="A dot">',
    ],
)
def test_a_picture_on_another_server_becomes_a_link(sample: Path, written: str):
    write_article(sample, "2026/beside.md", FRONT, f"Look: {written}")
    publisher(sample, "build", "--as-of", AS_OF)
    page = (sample / "site/articles/beside/index.html").read_text()
    assert 'src="https://elsewhere.test' not in page
    assert '<a href="https://elsewhere.test/p.gif">A dot</a>' in page


def test_a_picture_on_another_server_is_told(sample: Path):
    write_article(
        sample, "2026/beside.md", FRONT, "Words.\n\n![A dot](https://elsewhere.test/p.gif)"
    )
    ((severity, check, line, _),) = told(sample)
    assert (severity, check, line) == ("warning", "form-remote", 15)


def test_what_a_link_out_of_the_tree_leads_to_is_never_quoted(sample: Path, tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_text("a secret of this machine\n")
    (sample / FOLDER / "leak.md").symlink_to(outside)
    for verb in ("check", "build"):
        run = publisher(sample, verb, "--as-of", AS_OF)
        assert run.returncode == 1
        assert f"{FOLDER}/leak.md:1:1: error: " in run.stdout + run.stderr
        assert "secret" not in run.stdout + run.stderr
    assert publisher(sample, "check", f"{FOLDER}/leak.md").returncode == 1


def test_a_standing_page_is_told_of_what_it_cannot_show(sample: Path):
    (sample / "content/drawing.svg").write_text('<svg onload="x()" viewBox="0 0 1 1"/>')
    about = sample / "content/about.md"
    about.write_text(about.read_text() + "\n![A dot](drawing.svg)\n")
    ((severity, check, _, message),) = told(sample)
    assert (severity, check) == ("error", "form-file")
    assert message == "`drawing.svg` holds a script, so it is not served"
