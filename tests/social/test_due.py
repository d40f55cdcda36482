"""What is due, and of what is not, the reason as a communications lead reads it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.social.due import plan
from publisher.social.records import Hold, PostKey, RecordError, State
from publisher.social.rules import Situation
from publisher.social.sign_offs import Verdict
from publisher.social.snapshot import SignOff
from publisher.social.wishes import Wish, wishes
from tests.social.situations import (
    BEGUN,
    DAY,
    HOUR,
    NOW,
    approved,
    decided,
    due,
    ledger,
    made,
    over,
    reasons,
    record,
    seen,
    settings,
)

ONE = made()
LAUNCH = PostKey("one-id", "bluesky")
APPROVE = "`publisher approve one --as PERSON` records that somebody agrees"


def test_a_ready_article_whose_day_has_come_is_due_everywhere():
    assert due(ONE, networks=("bluesky", "mastodon")) == [
        "one bluesky launch",
        "one mastodon launch",
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "draft"}, "its status is `draft`, not `ready`"),
        ({"status": "withdrawn"}, "its status is `withdrawn`, not `ready`"),
        ({"id": None}, "it has no id; `publisher check --fix` writes one"),
        ({"date": NOW + HOUR, "published": NOW + HOUR}, "it comes out on 2026-06-03 16:00 BST"),
        ({"social": {"channels": []}}, "its author lets it go to no network"),
        ({"social": False}, "its author lets it go to no network"),
        ({"social": {"channels": ["mastodon"]}}, "its author chose other networks"),
        ({"social": {"not_before": "2026-06-04T08:30"}}, "its time comes on 2026-06-04 08:30 BST"),
        (
            {"social": {"not_after": "2026-06-03T13:30"}},
            "it was to go out until 2026-06-03 13:30 BST; that is over",
        ),
        (
            {"date": NOW - 15 * DAY, "published": NOW - 15 * DAY},
            "it was to go out until 2026-06-02 15:00 BST; that is over",
        ),
        (
            {"pillar": "education"},
            f"its pillar `education` needs a second person; {APPROVE}",
        ),
    ],
)
def test_an_article_that_is_not_due_has_a_reason(changes, told):
    assert reasons(made(**changes)) == [told]
    assert due(made(**changes)) == []


def test_a_day_alone_means_its_end():
    """London is an hour ahead in June: the day ends at 23:00 UTC."""
    article = made(social={"not_after": "2026-06-03"})
    assert due(article, now=datetime(2026, 6, 3, 22, 59, tzinfo=UTC)) == ["one bluesky launch"]
    assert reasons(article, now=datetime(2026, 6, 3, 23, tzinfo=UTC)) == [
        "it was to go out until 2026-06-03 23:59 BST; that is over"
    ]


def test_the_last_moment_still_counts():
    article = made(social={"not_after": NOW})
    assert due(article) == ["one bluesky launch"]


def test_an_error_stops_its_article_alone():
    faults = {ONE.path: "line 4, `titel` is no key that we know"}
    assert due(ONE, made("two"), faults=faults) == ["two bluesky launch"]
    assert reasons(ONE, faults=faults) == [
        "it has an error to mend first: line 4, `titel` is no key that we know"
    ]


def test_nothing_of_a_sample_is_due():
    assert reasons(ONE, sample=True) == [
        "this is a sample: set `sample: false` and your own `site_url` in mkdocs.yml"
    ]


def test_a_sign_off_counts_until_the_article_changes():
    article = made(pillar="research")
    assert due(article, snapshot=ledger(approvals=approved(article))) == ["one bluesky launch"]
    assert reasons(article, snapshot=ledger(approvals=approved(article, "another"))) == [
        f"it was changed after it was approved; {APPROVE}"
    ]
    assert reasons(article, sign_offs=lambda _: Verdict(SignOff.VOID, ("1 link", "2 words"))) == [
        f"it was changed after it was approved (since then: 1 link, 2 words); {APPROVE}"
    ]
    assert due(article, sign_offs=lambda _: Verdict(SignOff.VALID)) == ["one bluesky launch"]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (record(State.POSTED, url="https://x.example/1"), "it went out: https://x.example/1"),
        (record(State.FAILED, reason="too long"), "the network refused it: too long"),
        (
            record(State.UNKNOWN),
            "it may have gone out; `publisher reconcile` asks the network",
        ),
        (
            record(State.CLAIMED),
            "it may have gone out; `publisher reconcile` asks the network",
        ),
        (record(State.CLAIMED, run="this"), "it is being sent by this run"),
        (record(State.SKIPPED, reason="old news"), "somebody skipped it: old news"),
        (record(State.SEEN), "it was out before we began to announce"),
        (record(State.DELETED), "it went out, and was taken back"),
    ],
)
def test_only_a_post_that_is_free_is_due(found, told):
    assert reasons(ONE, snapshot=ledger({LAUNCH: found})) == [told]


def test_a_damaged_record_is_not_free():
    damaged = {LAUNCH.path: RecordError("posts/one-id/bluesky/launch.json is no record")}
    assert reasons(ONE, snapshot=ledger(unreadable=damaged)) == [
        "its record is damaged: posts/one-id/bluesky/launch.json is no record"
    ]


def test_what_nobody_has_posted_yet_keeps_nothing_else_back():
    """Each article is handed over when its time has come, however long a person takes."""
    rules = settings(spacing_minutes=60, daily_maximum=1)
    two, three = made("two", NOW - HOUR / 2), made("three", translation_of="one-id")
    for now in (NOW, NOW + 3 * DAY):
        assert due(ONE, two, three, rules=rules, now=now, by_hand=["bluesky"]) == [
            "one bluesky launch",
            "three bluesky launch",
            "two bluesky launch",
        ]
    told = ledger({LAUNCH: record(State.POSTED, NOW - HOUR / 4, url="https://x.example/1")})
    assert due(two, rules=rules, snapshot=told, by_hand=["bluesky"]) == []


def test_what_a_network_could_not_take_then_is_due_again():
    tried = record(State.RELEASED, created=NOW - HOUR)
    assert due(ONE, snapshot=ledger({LAUNCH: tried})) == ["one bluesky launch"]


def test_a_retitled_renamed_re_dated_article_is_not_due_again():
    sent = ledger({LAUNCH: record(State.POSTED, url="https://x.example/1")})
    changed = made(slug="another-name", id="one-id", title="Another", date=NOW - HOUR)
    assert due(changed, snapshot=sent) == []


def test_the_first_run_sends_nothing_of_the_back_catalogue():
    never_run = replace(ledger(), starts={})
    assert reasons(ONE, snapshot=never_run) == [
        "it came out before the network was used, which is so since 2026-06-03 15:00 BST"
    ]


def test_a_network_added_later_gets_only_what_comes_after():
    begun = ledger(begun=NOW - DAY)
    old, new = made("old", NOW - 2 * DAY), made("new", NOW - HOUR)
    assert due(old, new, snapshot=begun) == ["new bluesky launch"]


def test_a_new_date_does_not_make_an_old_article_new():
    article = made(date=NOW - HOUR)
    begun = ledger(begun=NOW - DAY, articles=seen(article, NOW - 2 * DAY))
    assert due(article, snapshot=begun) == []


def test_an_article_without_a_date_is_as_old_as_it_was_first_seen():
    article = made(date=None)
    assert due(article, snapshot=ledger(articles=seen(article, NOW - DAY))) == [
        "one bluesky launch"
    ]
    late = ledger(articles=seen(article, NOW - 15 * DAY))
    assert reasons(article, snapshot=late) == [
        "it was to go out until 2026-06-02 15:00 BST; that is over"
    ]


@pytest.mark.parametrize(
    ("article", "snapshot"),
    [
        (made(date=NOW - 15 * DAY), ledger()),
        (made(date=NOW - 2 * DAY), ledger(begun=NOW - DAY)),
        (ONE, ledger(past_holds=over(NOW - DAY, NOW - HOUR / 2), articles=seen(ONE, NOW - HOUR))),
    ],
    ids=["too late", "too old", "held"],
)
def test_a_person_can_let_it_go_out_all_the_same(article, snapshot):
    released = record(State.RELEASED, NOW - HOUR / 4, by="desk")
    assert due(article, snapshot=snapshot) == []
    assert due(article, snapshot=replace(snapshot, posts={LAUNCH: released})) == [
        "one bluesky launch"
    ]


def test_what_stands_in_the_way_is_not_released_by_anybody():
    released = ledger({LAUNCH: record(State.RELEASED, by="desk")})
    assert due(made(status="draft"), snapshot=released) == []
    assert due(made(pillar="research"), snapshot=released) == []
    assert due(ONE, snapshot=released, faults={ONE.path: "an error"}) == []
    assert due(ONE, snapshot=replace(released, standing_hold=Hold(reason="A", since=NOW))) == []


def test_nothing_is_due_while_a_hold_stands():
    held = ledger(standing_hold=Hold(reason="A colleague has died", since=NOW - HOUR))
    assert reasons(ONE, snapshot=held) == [
        "a hold stands since 2026-06-03 14:00 BST: A colleague has died"
    ]


def test_a_hold_that_cannot_be_read_is_one():
    damaged = ledger(unreadable={"hold.json": RecordError("hold.json is no record")})
    assert reasons(ONE, snapshot=damaged) == [
        "whether a hold stands cannot be told: hold.json is no record"
    ]


def test_after_a_hold_nothing_goes_out_by_itself():
    meanwhile = ledger(
        past_holds=over(NOW - 3 * HOUR, NOW - HOUR / 2), articles=seen(ONE, NOW - HOUR)
    )
    (told,) = reasons(ONE, snapshot=meanwhile)
    assert told == (
        "it came due before the hold ended that began on 2026-06-03 12:00 BST; "
        "`publisher release one bluesky` lets it go out, `publisher skip` never"
    )


def test_a_release_before_the_hold_does_not_count_after_it():
    early = {LAUNCH: record(State.RELEASED, NOW - 5 * HOUR, by="desk")}
    article = made(date=NOW - 6 * HOUR)
    held = over(NOW - 3 * HOUR, NOW - HOUR)
    assert due(article, snapshot=ledger(early)) == ["one bluesky launch"]
    assert (
        due(
            article, snapshot=ledger(early, past_holds=held, articles=seen(article, NOW - 6 * HOUR))
        )
        == []
    )


def test_what_comes_after_a_hold_goes_out():
    before = ledger(past_holds=over(NOW - 3 * HOUR, NOW - 2 * HOUR))
    assert due(ONE, snapshot=replace(before, articles=seen(ONE, NOW - HOUR))) == [
        "one bluesky launch"
    ]
    backdated = made(date=NOW - 5 * HOUR)
    assert due(backdated, snapshot=replace(before, articles=seen(backdated, NOW))) == [
        "one bluesky launch"
    ]


def test_a_statement_goes_out_during_a_hold_and_at_any_hour():
    night = datetime(2026, 6, 3, 2, tzinfo=UTC)
    held = ledger(
        {PostKey("other", "bluesky"): record(State.POSTED, night)},
        standing_hold=Hold(reason="A storm", since=night - HOUR),
    )
    rules = settings(quiet={"from": "20:00", "until": "08:00"}, spacing_minutes=60, daily_maximum=1)
    statement = Wish(
        made(date=night), "bluesky", "statement", night, night + DAY, night, urgent=True
    )
    planned = plan([statement], Situation(held, rules, night))
    assert (planned.due, planned.waiting) == ((statement,), ())


def test_the_oldest_goes_first_and_the_others_wait_their_turn():
    rules = settings(spacing_minutes=60)
    old, new = made("old", NOW - 2 * HOUR), made("new", NOW - HOUR)
    assert due(new, old, rules=rules) == ["old bluesky launch"]
    assert reasons(new, old, rules=rules) == [
        "others go first on bluesky, which is free again at 2026-06-03 16:00 BST"
    ]


def test_spacing_counts_from_what_went_out_before_and_on_each_network_by_itself():
    sent = ledger({PostKey("other", "bluesky"): record(State.POSTED, NOW - HOUR / 2)})
    rules = settings(spacing_minutes=60)
    networks = ("bluesky", "mastodon")
    assert due(ONE, snapshot=sent, rules=rules, networks=networks) == ["one mastodon launch"]
    later = NOW + HOUR / 2
    assert "one bluesky launch" in due(ONE, snapshot=sent, rules=rules, now=later)


def test_a_day_has_its_maximum_by_the_clock_on_the_wall():
    midnight = datetime(2026, 6, 2, 23, tzinfo=UTC)  # in London
    posts = {PostKey(f"other-{n}", "bluesky"): record(State.POSTED, midnight) for n in range(2)}
    rules = settings(daily_maximum=2)
    assert reasons(ONE, snapshot=ledger(posts), rules=rules) == [
        "bluesky has had its 2 posts of today"
    ]
    yesterday = {key: record(State.POSTED, midnight - HOUR / 60) for key in posts}
    assert due(ONE, snapshot=ledger(yesterday), rules=rules) == ["one bluesky launch"]


def test_a_translation_does_not_come_in_the_same_hour():
    original, translated = made("one", NOW - HOUR), made("uno", NOW - HOUR, translation_of="one-id")
    assert due(translated, original) == ["one bluesky launch"]
    (told,) = reasons(translated, original)
    assert told == (
        "the same in another language has gone out just now; this may follow at "
        "2026-06-03 16:00 BST"
    )
    sent = ledger({LAUNCH: record(State.POSTED, NOW)})
    assert due(translated, original, snapshot=sent, now=NOW + HOUR / 2) == []
    assert due(translated, original, snapshot=sent, now=NOW + HOUR) == ["uno bluesky launch"]


def test_money_that_is_spent_is_a_reason_and_so_is_a_limit():
    both = (made("one", NOW - 2 * HOUR), made("two"))
    assert due(*both, money={"bluesky": 1}) == ["one bluesky launch"]
    assert reasons(*both, money={"bluesky": 1}) == [
        "this month's `monthly_budget` for bluesky does not pay for it"
    ]
    assert reasons(*both, limit=1) == ["this run sends 1 at the most"]


AGAIN = {"again": [{"after": 7, "text": "Still true."}, {"at": "2026-06-20", "text": "And again."}]}


def test_reminders_follow_the_first_post_when_their_time_comes():
    article = made(date=NOW - HOUR, social=AGAIN)
    sent = ledger({LAUNCH: record(State.POSTED, NOW)})
    assert due(article, snapshot=sent, now=NOW + 6 * DAY) == []
    assert due(article, snapshot=sent, now=NOW + 7 * DAY) == ["one bluesky again-1"]
    assert due(article, snapshot=sent, now=NOW + 17 * DAY) == [
        "one bluesky again-1",
        "one bluesky again-2",
    ]


def test_a_reminder_waits_for_a_first_post_that_may_still_go_out():
    article = made(date=NOW - HOUR, social=AGAIN)
    failed = ledger({LAUNCH: record(State.FAILED, reason="too long")})
    assert reasons(article, snapshot=failed, now=NOW + 7 * DAY) == [
        "the network refused it: too long",
        "the first post has not gone out there yet",
        "its time comes on 2026-06-20 09:00 BST",
    ]


def test_a_reminder_of_an_old_article_goes_out_in_its_time():
    article = made(date=BEGUN - DAY, social={"again": [{"at": NOW, "text": "Still true."}]})
    assert due(article) == ["one bluesky again-1"]


def test_a_reminder_comes_at_the_same_hour_whatever_the_clocks_do():
    sent_at = datetime(2026, 10, 23, 8, tzinfo=UTC)  # nine in London, summer time
    article = made(date=sent_at, social=AGAIN)
    snapshot = ledger({LAUNCH: record(State.POSTED, sent_at)})
    (_, again, _) = wishes(article, ["bluesky"], snapshot, settings().zone, NOW)
    assert again.at == datetime(2026, 10, 30, 9, tzinfo=UTC)  # nine in London, winter time


STATES = st.sampled_from([None, *State])


@given(
    posts=st.lists(st.tuples(STATES, st.integers(0, 400)), min_size=4, max_size=4),
    minutes=st.lists(st.integers(-600, 600), min_size=4, max_size=4),
    spacing=st.sampled_from([0, 30, 240]),
    most=st.integers(1, 5),
)
def test_every_post_is_either_due_or_has_a_reason_and_only_free_ones_are_due(
    posts, minutes, spacing, most
):
    articles = [made(f"a{n}", NOW - timedelta(minutes=m)) for n, m in enumerate(minutes)]
    records = {
        PostKey(f"a{n}-id", "bluesky"): record(state, NOW - timedelta(minutes=ago))
        for n, (state, ago) in enumerate(posts)
        if state
    }
    rules = settings(spacing_minutes=spacing, daily_maximum=most)
    planned = decided(*articles, snapshot=ledger(records), rules=rules)
    assert len(planned.due) + len(planned.waiting) == 4
    assert all(waiting.reason for waiting in planned.waiting)
    for wish in planned.due:
        assert wish.at <= NOW <= wish.until
        assert records.get(wish.key) is None or records[wish.key].state is State.RELEASED
    assert list(planned.due) == sorted(planned.due, key=lambda wish: wish.at)
    assert len(planned.due) <= most
    assert spacing == 0 or len(planned.due) <= 1


def test_a_past_hold_that_cannot_be_read_counts_for_everything():
    damaged = ledger(unreadable={"holds/20260601T000000Z.json": RecordError("it is no record")})
    assert reasons(ONE, snapshot=damaged) == [
        "whether it came due during a hold cannot be told: it is no record"
    ]


def test_a_reminder_does_not_guess_at_a_damaged_first_post():
    article = made(date=NOW - 8 * DAY, social={"again": [{"after": 7, "text": "Still true."}]})
    damaged = ledger(unreadable={LAUNCH.path: RecordError("it is no record")})
    assert reasons(article, snapshot=damaged) == [
        "its record is damaged: it is no record",
        "the record of the first post is damaged",
    ]
