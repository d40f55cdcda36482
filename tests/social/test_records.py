"""Records as files, and the steps of a post."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.social.records import (
    Approval,
    Hold,
    PostKey,
    PostRecord,
    RecordError,
    State,
    TransitionError,
)
from publisher.social.transitions import (
    FOLLOWING,
    Attempt,
    Outcome,
    claimed,
    refuse_illegal,
    settled,
)

KEY = PostKey("the-article", "bluesky")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ZONES = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - the zones come from beside it
MAYBE = st.none() | WORDS
POSTS = st.builds(
    PostRecord,
    state=st.sampled_from(State),
    run=WORDS,
    at=MOMENTS,
    created=st.none() | MOMENTS,
    key=MAYBE,
    digest=MAYBE,
    id=MAYBE,
    url=MAYBE,
    reason=MAYBE,
    by=MAYBE,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


@given(POSTS)
def test_what_is_written_is_read_again_byte_for_byte(record: PostRecord):
    content = record.encoded()
    again = PostRecord.decoded("a.json", content)
    assert (again, again.encoded()) == (record, content)
    assert again.at.tzinfo is UTC or again.at.utcoffset() == timedelta()


@given(POSTS, st.dictionaries(WORDS.map("later-{}".format), JSON, max_size=3))
def test_keys_of_a_later_version_outlive_every_change(record: PostRecord, later):
    known = PostRecord.model_validate(dict(record) | later)
    again = PostRecord.decoded("a.json", known.encoded()).changed(reason="No.")
    assert {key: value for key, value in again.told().items() if key in later} == later


@given(st.binary(max_size=60) | JSON.map(lambda value: repr(value).encode()))
def test_whatever_lies_in_a_file_it_is_a_record_or_an_error_that_names_it(content: bytes):
    for kind in (PostRecord, Approval, Hold):
        with pytest.raises(RecordError, match=r"^posts/x\.json in the ledger is no record: "):
            kind.decoded("posts/x.json", content)


RUNS = st.sampled_from(["one", "two", "three"])
STEPS = st.lists(
    st.tuples(RUNS, st.just(None) | st.sampled_from(sorted(set(State) - {State.CLAIMED}))),
    max_size=12,
)


@given(STEPS)
def test_however_runs_follow_each_other_what_may_be_out_is_never_free(steps):
    """A model of the network: a post may be out from its claim on, until it surely is not."""
    stored, may_be_out, posted = None, False, False
    for number, (run, state) in enumerate(steps):
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        if state is None:
            mine = claimed(stored, Attempt(f"key-{number}", at, "digest"), run, at)
            assert not (mine and may_be_out)
            if mine:
                first = stored or mine
                assert mine.key == (first.key or f"key-{number}")
                stored, may_be_out = mine, True
            continue
        try:
            refuse_illegal(KEY, stored, stored, state)
        except TransitionError:
            continue
        assert not posted or state is State.DELETED
        stored = settled(stored, Outcome(state), run, at)
        posted = posted or state is State.POSTED
        may_be_out = state in {State.POSTED, State.UNKNOWN} or (
            may_be_out and state is State.SKIPPED
        )


def test_only_what_is_free_can_be_claimed_and_every_state_has_its_steps():
    claimable = {state for state, steps in FOLLOWING.items() if State.CLAIMED in steps}
    assert claimable == {None, State.RELEASED}
    assert set(FOLLOWING) == {None, *State}
    for state in State:
        stored = PostRecord(state=state, run="a", at=datetime(2026, 1, 1, tzinfo=UTC))
        won = claimed(stored, Attempt("k", stored.at, "d"), "b", stored.at)
        assert (won is not None) is (state in claimable)
