"""What holds for each audit, and that the sample publication as it is built has nothing to mend."""

from pathlib import Path

import pytest

from publisher.site import audit
from tests.site.audit.small import page, small


def test_each_file_is_one_audit_and_gives_its_check_its_name():
    folder = Path(audit.__file__).parent
    names = sorted(f.stem for f in folder.glob("*.py") if not f.stem.startswith("_"))
    assert [found.CHECK for found in audit.audits()] == [
        f"form-{name.replace('_', '-')}" for name in names
    ]


@pytest.mark.parametrize("found", audit.audits(), ids=lambda found: found.CHECK)
def test_each_says_what_it_tells_and_how_much_that_weighs(found):
    assert any(word in found.__doc__ for word in ("Error", "Warning", "Notice"))


@pytest.mark.parametrize("found", audit.audits(), ids=lambda found: found.CHECK)
def test_hostile_pages_stop_none(tmp_path, found):
    hostile = page(
        '<!-- x --><?php ?><a href="http://[">x</a><a>y</a><img srcset=", ,"><img src=" ">',
        head='<meta http-equiv="refresh" content="5"><script type="application/ld+json">{</script>',
    )
    files = {"index.html": hostile, "empty.html": " ", "bytes.html": "\x01\ufffd<p>"}
    site = small(tmp_path, {}, files)
    assert [f for f in found.find(site) if f.path != "mkdocs.yml"] == []


def test_only_what_is_asked_for_is_looked_at(tmp_path):
    site = small(tmp_path, {}, {"index.html": page('<img src="gone.png"><a href="/gone/">x</a>')})
    checks = {
        finding.check
        for finding in audit.findings(site.publication, site.folder, "form-broken-link".__eq__)
    }
    assert checks == {"form-broken-link"}


def test_the_title_and_language_of_a_page_are_read(tmp_path):
    files = {"es/index.html": page("<h1 id='a'>Hola</h1>", title=" El  título ", language="es")}
    site = small(tmp_path, {}, files)
    (read,) = site.pages.values()
    assert (read.address, read.title, read.language) == ("es/", "El título", "es")
    assert (read.ids, read.links, read.leads_to) == (frozenset({"a"}), (), None)
