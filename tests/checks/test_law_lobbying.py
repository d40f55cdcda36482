"""Grass-roots lobbying: a bill, a view and a call to act; each alone is none."""

import pytest

from publisher.checks import findings_of_text
from publisher.content.source import Source
from tests.checks.reply import PUBLICATION


def told(text: str) -> list[tuple[int, int]]:
    source = Source("reply.md", text, text.encode())
    found = findings_of_text(source, PUBLICATION, lambda check: check == "law-lobbying")
    return [(finding.line, finding.column) for finding in found]


BILLS = [
    "H.R. 1234",
    "HR 1234",
    "S. 567",
    "SB 1047",
    "HB 22",
    "AB-1020",
    "A.B. 15",
    "House Bill 1234",
    "Senate Bill 5",
    "the Safe Staffing Act",
    "the Patients Before Paperwork Act of 2027",
    "the Mental Health (Amendment) Bill",
    "this bill",
    "the pending legislation",
]
CALLS = [
    "Contact your senator today.",
    "Call your representatives and tell them.",
    "Tell Congress to act now.",
    "Ask your representative to vote yes.",
    "Sign the petition.",
    "Write to your MP.",
    "Urge your state legislators to listen.",
    "Email your members of Congress.",
    "Let your lawmakers know where you stand.",
    "Use our form to send a message to your senators.",
    "Please phone the governor's office.",
    "Join us in asking lawmakers to wait.",
]


@pytest.mark.parametrize("bill", BILLS)
def test_a_bill_a_view_and_a_call_make_lobbying_at_the_call(bill: str):
    assert told(f"We support {bill}.\n\nContact your senator today.") == [(3, 1)]


@pytest.mark.parametrize("call", CALLS)
def test_any_call_to_act_on_who_makes_laws_counts(call: str):
    assert len(told(f"We oppose H.R. 1234, which would harm our patients. {call}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        *(f"On Monday {bill} was read for the first time." for bill in BILLS),
        *CALLS,
        "We support H.R. 1234, and our comment on it is below.",
        "The Affordable Care Act must be protected. Tell Congress what it did for you.",
        "The Social Security Act of 1935 should be known. Contact your senator for a flag.",
        "H.R. 1234 has three parts. Part one says who pays; people differ on whether it is wise.",
        "Act now: call your senator's tour office for tickets, which support our museum.",
        "We support clean water. Write to your MP.",
        "Question 3 asks about sleep; vote in our poll for the best answer.",
        "The representative of the device company will call; tell the house officer.",
        "We support you: if the bill from the hospital is wrong, call your representative.",
        "Amendment 2 to the protocol supports the selection of older patients.",
        "Measure 3 ml and pass it to the nurse.",
    ],
)
def test_each_alone_passes(text: str):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vote yes on Measure 12.",
        "On the ballot in November: vote no on Proposition 4!",
        "This election, support Issue 2, which funds our clinics.",
    ],
)
def test_before_a_ballot_a_view_is_enough(text: str):
    assert len(told(text)) == 1


def test_a_vote_on_a_measure_that_is_only_explained_passes():
    assert told("Measure 12 is on the ballot. It would raise the tax on tobacco by a dollar.") == []
