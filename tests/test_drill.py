"""The worst hour, rehearsed: everything goes as it should, and nothing leaves the machine."""

import re

from publisher.drilling import Drill
from tests.desk import NOON, desk, ledger, run
from tests.social.repositories import git

CHECKLIST = """\
[x] … s  A cheerful story is due before anything happens
[x] … s  A hold is set: nothing is due, and no run may claim a post
[x] … s  What was to appear by its date stays hidden
[x] … s  A statement is released: it alone is due
[x] … s  It goes out on every network, once, during the hold
[x] … s  It stands as a banner on every page
[x] … s  Resumed: the story does not go out by itself
[x] … s  The banner is taken down
"""


def test_a_drill_prints_a_timed_checklist_and_leaves_the_publication_alone(tmp_path):
    folder = desk(tmp_path / "publication")
    ledger(folder).hold("A real one stands, which is no part of the exercise")
    before = ledger(folder).read()
    ran = run(folder, "drill")
    assert (ran.exit_code, ran.stderr) == (0, "Nothing was sent.\n"), ran.output
    assert re.sub(r"\] +\d+\.\d s", "] … s", ran.stdout) == CHECKLIST
    after = ledger(folder).read()
    assert (after.commit, after.posts) == (before.commit, {})
    assert git(folder, "status", "--porcelain") == ""


def test_a_step_that_goes_wrong_is_not_ticked(tmp_path, monkeypatch):
    monkeypatch.setattr(Drill, "_is_frozen", lambda _drill: False)
    folder = desk(tmp_path / "publication")
    ran = run(folder, "drill", at=NOON)
    assert ran.exit_code == 1
    unticked = [line for line in ran.stdout.splitlines() if line.startswith("[ ]")]
    assert [line[13:] for line in unticked] == ["What was to appear by its date stays hidden"]
    assert ran.stderr == "Nothing was sent; a step went wrong.\n"
