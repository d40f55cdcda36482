"""A publication that tries to break the pages: everything in it is as long as it may be.

Everybody and everything in it is made up.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.running import ROOT, write_article

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TITLE = (f"Why {LONG} " + "and what everybody else on the ward had to say about it " * 4)[
    :200
].strip()
ADDRESS = f"https://elsewhere.test.example/{'a-very-long-path/' * 12}?{'q=1&' * 40}end"
*CROWD, REVIEWER = [f"exemplar-{number:02}" for number in range(1, 42)]
DESCRIPTION = f"{LONG} is most of what this article is about."

TABLE = "\n".join(
    f"| {' | '.join([cell] * 12)} |" for cell in ("A heading of a column", "---", *[LONG] * 30)
)
BODY = f"""\
{LONG} {LONG}

## {LONG} in a heading

A link that shows its address: <{ADDRESS}>, `{LONG * 3}`, **{LONG}** and _{LONG}_.[^long]

- {LONG}
    1. {LONG}
        - {LONG}

> {LONG}

{TABLE}

```python
{"x" * 400}
```

{LONG}
:   {LONG}

[^long]: {LONG} <{ADDRESS}>
"""


def write_stress(folder: Path) -> None:
    """Write the publication into `folder`, which has its theme in `theme/` beside it."""
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = (ROOT / "tests/publication/mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("../../theme", "theme"), "utf-8")
    people = {
        key: {
            "name": f"Exemplar {number} {LONG if number == 1 else 'of the tests'}",
            "credentials": ["RN", "PhD", LONG] if number == 1 else ["RN"],
            "role": f"Writes what nobody can read, {LONG}",
            "bio": f"Is made up. {LONG}",
            "same_as": [ADDRESS],
        }
        for number, key in enumerate((*CROWD, REVIEWER), start=1)
    }
    topics = {"long": {"name": LONG, "description": f"All about {LONG}."}}
    (folder / "content").mkdir()
    (folder / "content/people.yml").write_text(json.dumps(people), "utf-8")
    (folder / "content/topics.yml").write_text(json.dumps(topics), "utf-8")
    for name, title, authors in (
        ("forty-authors", TITLE, CROWD),
        ("nothing-but", LONG, CROWD[:1]),
        ("short", "A", CROWD[1:2]),
    ):
        header = "\n".join(_header(name, title, authors))
        write_article(folder, f"2026/{name}.md", header, BODY)


def _header(name: str, title: str, authors: list[str]) -> Iterator[str]:
    keys = {
        "id": name,
        "title": title,
        "description": DESCRIPTION,
        "date": "2026-10-01",
        "status": "ready",
        "pillar": "research",
        "audience": ["patients", "clinicians", "policy", "staff"],
        "topics": ["long"],
        "authors": authors,
        "reviewer": REVIEWER,
        "reviewed": "2026-09-30",
        "references": [{"url": ADDRESS, "title": LONG, "authors": [LONG] * 3, "year": 2025}] * 2,
        "disclosures": dict.fromkeys(authors, f"Was paid in {LONG}."),
        "corrections": [{"date": "2026-10-02", "note": f"We wrote {LONG}."}],
        "next_step": {"text": f"Ask {LONG}", "url": ADDRESS},
    }
    for key, value in keys.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
