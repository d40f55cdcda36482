"""A plainly made-up story, and what every network's tests ask of it."""

from dataclasses import replace

from publisher.social.story import Story

STORY = Story(
    article="ab12-cd34",
    path="content/articles/2026/wash-hands.md",
    url="https://journal.example.org/articles/wash-hands/",
    title="Wash your hands",
    description="What soap does to germs, and how long it takes.",
    language="en",
    pillar="education",
    hook="Soap works. It takes 20 seconds, not 5.",
    hook_key="social.hook",
    question="Which song do you hum?",
    hashtags=("hand hygiene", "COVID-19", "infection control", "soap", "schools", "nurses"),
    image="https://journal.example.org/articles/wash-hands/soap.png",
    alt="Two hands under a tap",
)
UTM = "utm_medium=social&utm_campaign=education&utm_content=ab12-cd34"


def story(**changes):
    """The story, changed."""
    return replace(STORY, **changes)


def hook_of(channel, length):
    """A story whose shortest post has exactly `length` on `channel`."""
    rest = channel.compose(story(hook="", question="", hashtags=()))
    return story(hook="a" * (length - rest.length - 2))


def shrinking(channel, lengths):
    """The last lines that a post keeps of question and hashtags, as its hook grows."""
    posts = [channel.compose(replace(hook_of(channel, length))) for length in lengths]
    return [[part for part in post.text.split("\n\n")[1:] if part != post.shown] for post in posts]
