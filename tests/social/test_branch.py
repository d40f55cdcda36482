"""A branch as a store, against a model of it."""

import tempfile
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.social import branch
from publisher.social.branch import Branch
from tests.social.repositories import NOON, git, repository

NAMES = st.sampled_from(["a.json", "b.json", "posts/a/x/launch.json", "posts/a/y/launch.json"])
CHANGES = st.dictionaries(NAMES, st.none() | st.binary(max_size=40), max_size=4)


def given_back(change, _files):
    return change


@settings(max_examples=10)
@given(st.lists(CHANGES, max_size=5))
def test_a_branch_holds_what_was_last_written_and_nothing_else(changes):
    with tempfile.TemporaryDirectory() as place:
        folder = repository(Path(place) / "alone")
        store, model, commits = Branch(folder, "ledger", None), dict[str, bytes](), 0
        for change in changes:
            store.change(change, partial(given_back, change), "Änderung\n\nlong", NOON)
            after = {**model, **change}
            after = {path: content for path, content in after.items() if content is not None}
            commits += after != model
            model = after
        tip = store.tip()
        readme = {"README.md": branch.README} if commits else {}
        assert store.files(tip) == readme | model
        assert store.files(tip, ["a.json", "posts/a/y/launch.json"]) == {
            path: model[path] for path in ("a.json", "posts/a/y/launch.json") if path in model
        }
        assert commits == (int(git(folder, "rev-list", "--count", "ledger")) if tip else 0)


def test_more_paths_than_a_command_line_holds_are_read_at_once(tmp_path: Path):
    store = Branch(repository(tmp_path / "alone"), "ledger", None)
    files = {f"posts/article-{n}/bluesky/launch.json": b"%d" % n for n in range(2500)}
    store.change(files, lambda _: files, "Many", NOON)
    wanted = [*list(files)[:2000], "posts/not-there/bluesky/launch.json"]
    assert store.files(store.tip(), wanted) == {path: files[path] for path in wanted[:2000]}
