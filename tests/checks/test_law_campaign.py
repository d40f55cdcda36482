"""Campaigns for public office: what takes a side, and what only looks like it."""

import pytest

from publisher.checks import findings_of_text
from publisher.content.source import Source
from tests.checks.reply import PUBLICATION


def told(text: str, language: str = "en") -> list[str]:
    source = Source("reply.md", text, text.encode())
    found = findings_of_text(source, PUBLICATION, lambda name: name == "law-campaign", language)
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "Vote for Maria Example for mayor on Tuesday.",
        "This November, vote for candidates who will protect Medicaid.",
        "Vote against Senator Example.",
        "Do not vote for Governor Example.",
        "Please vote Democrat this time.",
        "Vote Republican.",
        "Vote blue for nurses.",
        "Vote them out in November.",
        "It is time to vote out every lawmaker who cut our budget.",
        "Re-elect Congresswoman Example.",
        "We must elect leaders who believe in science.",
        "Elect more Democrats to the Senate.",
        "Example Health endorses Jane Example for Congress.",
        "The hospital proudly announces its endorsement of Governor Example.",
        "Our physicians support Jane Example for Senate.",
        "She is the best choice for governor.",
        "He deserves your vote.",
        "Governor Example has earned your vote.",
        "Donate to Jane Example for Congress today.",
        "We graded the candidates on their health plans: see who passed.",
        "Our scorecard ranks all senators from best to worst.",
        "Republicans are destroying Medicaid.",
        "Thank the Democrats for standing up for patients: Democrats stood up for nurses.",
        "The GOP has failed our patients.",
        "The Tories have wrecked the health service.",
        "Cast your ballot for Jane Example for mayor.",
        "Get out and volunteer for Jane Example for Congress.",
        "Join us in opposing Senator Example for re-election.",
        "Vote for him.",
        "Elect Jane Example to Congress.",
        "Vote for Jane Example, the nurses' candidate.",
        "Senator Example is the only candidate who cares about nurses.",
        "We recommend John Sample for president of the United States.",
        "Republicans want to take away your health care.",
        "We endorse these three candidates.",
        "Vote for leaders who listen to nurses.",
        "We support the Democrats.",
        "Our hospital supports the Republican Party this autumn.",
        "Vote for Jane Example on 3 November. She will protect our hospital.",
        "Republicans want to close our ward.",
        "Donald Trump is bad for patients.",
        "Jane Example, who is running for Congress, has been a nurse and understands nurses.",
        "Vote for Smith.",
        "Please vote against Maria Lopez, and tell your neighbours.",
        "Vote Jones!",
        "Re-elect Jane Example.",
        "You should vote for Dr. Jane Example because she was a nurse.",
        "She was on the board for years. Don't vote for her.",
        "Candidate Example would be a danger to our patients.",
        "We back Jane Example, who is standing for the Senate.",
    ],
)
def test_what_takes_a_side_is_told_once(text: str):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "You can register to vote at our front desk until 5 October.",
        "If you are in hospital on election day, ask your nurse for an absentee ballot.",
        "Your polling place may have moved; look it up before you go.",
        "Both candidates for governor were invited to our forum on rural health.",
        "We invited every candidate; we support none of them.",
        "As a charity we cannot tell you to vote for a candidate.",
        "Our staff may not endorse any candidate in the name of the hospital.",
        "She is a good candidate for surgery.",
        "Three candidate genes were found on chromosome 4.",
        "A candidate vaccine was tried in 2020.",
        "The search committee met both candidates for the job.",
        "Members of the college elect a president each year.",
        "The American Nurses Association elected Jane Example as its president.",
        "Vote for your favourite photo by Friday.",
        "Vote for Jane Example as nurse of the year.",
        "Vote for Health is a project of the county.",
        "President Johnson signed Medicare into law in 1965.",
        "The Trump administration published the rule in 2020.",
        "Senator Example (D) and Senator Sample (R) wrote the bill.",
        "Democrats and Republicans alike blocked the bill.",
        "The party for our volunteers starts at five.",
        "Invite the other party to the conversation; a third party keeps the data.",
        "Patients with a right-sided weakness were elected for early discharge.",
        "She chose elective surgery.",
        "He was elected to the National Academy of Medicine.",
        "The guideline endorses early mobilisation.",
        "The board endorsed the plan of the governor of the blood bank.",
        "Democratic decisions take time; the republic of Ireland voted in 2018.",
        "The Republican governor signed the bill into law.",
        "Labour began at four in the morning, and conservative treatment was chosen.",
        "We campaign for clean hands.",
        "House staff vote for a chief resident.",
        "Scores for each candidate biomarker are in table 2.",
        "In 1952 the party's platform named health insurance.",
        "Our garden needs your vote: click on it before Friday!",
        "Vote for her essay on sleep.",
        "Her colleagues elect her head of the department.",
        "A gate at the stairs is the best choice for the house.",
        "A standing desk is the right choice for office workers.",
        "Programs rank candidates after the interviews.",
        "We support leaders who mentor young nurses.",
        "The plan, endorsed by President Example, reached every county.",
        "In our survey Republicans were more likely to call the vaccine dangerous.",
        "We support candidates who sit the board exam a second time.",
        "I voted in person, with my oxygen beside me.",
        "Republicans and Democrats both voted for the bill.",
        "Donald Trump signed the order in 2019.",
        "Joe Biden was treated for cancer.",
        "Jane Example, who is running for Congress, spoke at the forum.",
        "Vote for Jane Example as nurse of the year by 3 November.",
        "Register by 5 October to vote on 3 November.",
        "People who support the Democrats were asked first.",
        "Republicans wanted to close the ward in 1994.",
        "Vote for our nurse of the year.",
        "Vote on the budget of the ward.",
        "The board elected Jane Example chair.",
        "Voting matters.",
        "Smith won the race for governor on Tuesday with 52% of the vote.",
        "Maria Lopez is a finalist for the county's nurses' day. Vote for her.",
        "Vote for Maria Lopez, our porter, by Friday.",
        "Vote for Bluebell, our therapy dog.",
        "Vote for Hope.",
        "Lawmakers will vote for the Affordable Care Act on Monday.",
        "Patients told us that they voted for Smith.",
    ],
)
def test_what_takes_no_side_passes(text: str):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vota por Ana Ejemplo el 3 de noviembre.", 1),
        ("Vota por María López.", 1),
        ("Voten por el Partido Popular.", 1),
        ("Apoyamos a los demócratas.", 1),
        ("Regístrese para votar antes del 3 de noviembre.", 0),
        ("Vote por la foto de Ana Ejemplo el 3 de noviembre.", 0),
        ("Demócratas y republicanos votaron la ley.", 0),
    ],
)
def test_who_takes_a_side_in_spanish_is_told_too(text: str, number: int):
    assert len(told(text, "es")) == number
