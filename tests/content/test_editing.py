"""Keys of front matter changed where they stand, in whatever style they were written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content.article import Status
from publisher.content.editing import EditError, with_correction, with_entry, with_status

DAY = date(2026, 6, 1)
NOTE = 'The dose is 5 mg: not "50" # mg.'
ENTRY = '- date: 2026-06-01\n    note: "The dose is 5 mg: not \\"50\\" # mg."'


def file(front_matter: str, end: str = "\n") -> str:
    text = (
        f"---\ntitle: A  # kept\n{front_matter}\nauthors: [x]\n# kept too\n---\n\nWörds: [\n---\n"
    )
    return text.replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "corrections:\n  - date: 2026-01-01\n    note: >-\n      One\n      two  # no comment\n"
            "lang: en",
            "corrections:\n  - date: 2026-01-01\n    note: >-\n      One\n      two  # no comment\n"
            f"  {ENTRY}\nlang: en",
            id="below the last",
        ),
        pytest.param(
            "corrections:\n- {date: 2026-01-01, note: One}  # kept",
            "corrections:\n- {date: 2026-01-01, note: One}  # kept\n"
            f"{ENTRY.replace('    note', '  note')}",
            id="without indent",
        ),
        pytest.param(
            "corrections: [ {date: 2026-01-01, note: One} ]  # kept",
            "corrections: [ {date: 2026-01-01, note: One} , "
            '{"date": "2026-06-01", "note": "The dose is 5 mg: not \\"50\\" # mg."}]  # kept',
            id="in brackets",
        ),
        pytest.param(
            "corrections: []",
            'corrections: [{"date": "2026-06-01", "note": "The dose is 5 mg: not \\"50\\" # mg."}]',
            id="an empty list",
        ),
        pytest.param(
            "corrections:  # none yet",
            f"corrections:  # none yet\n  {ENTRY}",
            id="a key without a value",
        ),
    ],
)
def test_a_correction_is_written_below_the_others(before, after, end):
    assert with_correction(file(before, end), DAY, NOTE) == file(after, end)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_correction_is_written_at_the_end_of_the_front_matter(end):
    text = file("lang: en", end)
    rows = f"# kept too\ncorrections:\n  {ENTRY}\n---\n".replace("\n", end)
    assert with_correction(text, DAY, NOTE) == text.replace(f"# kept too{end}---{end}", rows)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: ready  # kept", "status: withdrawn  # kept"),
        ('status: "ready"', "status: withdrawn"),
        ("lang: en", "lang: en"),
    ],
)
def test_a_status_is_changed_where_it_stands(before, after):
    changed = with_status(file(before), Status.WITHDRAWN)
    if before == after:
        assert changed == file(before).replace("too\n---", "too\nstatus: withdrawn\n---")
    else:
        assert changed == file(after)


def test_a_byte_order_mark_stays():
    text = "\ufeff" + file("status: ready")
    assert with_status(text, Status.WITHDRAWN) == "\ufeff" + file("status: withdrawn")


def test_an_alias_is_a_word():
    text = file("aliases: [old/]")
    assert with_entry(text, "aliases", "articles/older/") == file(
        'aliases: [old/, "articles/older/"]'
    )
    assert with_entry(file("aliases:\n  - old/"), "aliases", "articles/older/") == file(
        "aliases:\n  - old/\n  - articles/older/"
    )


@pytest.mark.parametrize(
    ("front_matter", "key"),
    [("aliases: [old/, ]  # a comma", "aliases"), ("aliases: old/", "aliases")],
)
def test_what_cannot_be_changed_by_itself_is_told_with_what_to_write(front_matter, key):
    with pytest.raises(EditError) as told:
        with_entry(file(front_matter), key, "new/")
    assert str(told.value) == (
        "`aliases` stands there in a way that cannot be changed by itself; "
        'write it: "aliases": ["old/", "new/"]'
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])))
def test_whatever_a_note_says_it_is_written_so_that_it_is_read_again(note):
    text = file("lang: en")
    changed = with_entry(text, "corrections", {"date": "2026-06-01", "note": note})
    kept = text.index("---\n\n")
    assert changed.startswith(text[:kept])
    assert changed.endswith(text[kept:])
