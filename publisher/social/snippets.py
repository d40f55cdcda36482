"""What would go out: a snippet for every article and network, or the reason why there is none.

`compose` is pure; `stories` reads the model and `findings` looks up lines, for the edges.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from publisher.content.article import Article
from publisher.content.front_matter import Located, read_yaml, split
from publisher.content.parts import Social
from publisher.content.publication import Publication
from publisher.content.source import read_source
from publisher.finding import Finding, Severity
from publisher.social.channels import Channel, channels
from publisher.social.composing import ADDRESS
from publisher.social.hashtags import camel_case
from publisher.social.questions import question
from publisher.social.story import Snippet, Story


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a post does not go out as asked; `key` is where in the front matter, as social.hook."""

    check: str
    severity: Severity
    path: str
    key: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Composition:
    """Snippets in the order of the stories, by network; and what does not go out, and why."""

    snippets: tuple[Snippet, ...]
    faults: tuple[Fault, ...]


def compose(stories: Iterable[Story]) -> Composition:
    """Compose every story for every network that its author lets it go to."""
    snippets: list[Snippet] = []
    faults: list[Fault] = []
    for story in stories:
        faults += _story_faults(story)
        for key, channel in channels().items():
            if not story.goes_to(key):
                continue
            snippet = channel.compose(story)
            found = list(_post_faults(story, key, channel, snippet))
            faults += found
            if not found:
                snippets.append(snippet)
    return Composition(tuple(snippets), tuple(faults))


def _story_faults(story: Story) -> Iterator[Fault]:
    known = list(channels())
    named = {f"{story.place}.{name}": name for name in story.texts}
    named |= {f"social.channels.{at}": name for at, name in enumerate(story.channels or ())}
    for key, name in named.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            yield Fault(
                "social-channel",
                Severity.ERROR,
                story.path,
                key,
                f"`{name}` is no network that we know",
                f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(known)}",
            )
    for name in story.hashtags:
        if not camel_case(name):
            yield Fault(
                "social-hashtag",
                Severity.WARNING,
                story.path,
                "social.hashtags",
                f"`{name}` has no letter, so no network would make a hashtag of it",
                "write a word, as HealthLiteracy",
            )


def _post_faults(story: Story, key: str, channel: Channel, snippet: Snippet) -> Iterator[Fault]:
    own = story.texts.get(key)
    place = f"{story.place}.{key}" if own else story.hook_key
    apart = "" if own else f", or write a text of its own under `{story.place}.{key}`"
    fault = partial(Fault, severity=Severity.ERROR, path=story.path, key=place)
    if own and channel.LINKS and ADDRESS not in own:
        yield fault(
            check="social-link",
            message=f"the text for {channel.NAME} has no `{ADDRESS}`, so it leads nowhere",
            fix=f"write `{ADDRESS}` where the link shall stand",
        )
    if len(snippet.hashtags) > channel.HASHTAGS:
        yield fault(
            check="social-hashtag",
            message=f"the post for {channel.NAME} has {len(snippet.hashtags)} hashtags; "
            f"at most {channel.HASHTAGS} are read there",
            fix=f"take hashtags out of `{place}`{apart}",
        )
    for measure in channel.measures(snippet.text):
        if measure.excess:
            yield fault(
                check="social-length",
                message=f"the post for {channel.NAME} has {measure.count:,} {measure.unit}, its "
                f"link included; {measure.limit:,} are allowed",
                fix=f"shorten `{place}` by {measure.excess:,}, in whole sentences{apart}",
            )


def stories(
    publication: Publication,
    picture: Callable[[Article], tuple[str, str]],
    articles: Iterable[Article] | None = None,
) -> Iterator[Story]:
    """Yield what posts are made of, for current articles only, or those of them in `articles`.

    Each article's launch comes first, then what `social.again` asks for.

    `picture` gives the absolute URL and the alternative text of an article's card. An article
    without an id or a pillar is told of elsewhere, and has no post.
    """
    wanted = None if articles is None else {article.path for article in articles}
    for article in publication.current:
        if article.id and article.pillar and (wanted is None or article.path in wanted):
            launch = _story(publication, article, *picture(article))
            yield launch
            yield from _later(launch, article.social)


def _later(launch: Story, social: Social) -> Iterator[Story]:
    """Yield the stories that the author tells again, each in words of its own."""
    for number, again in enumerate(social.again):
        place = f"social.again.{number}"
        yield replace(
            launch,
            occasion=f"again-{number + 1}",
            place=place,
            hook=again.text,
            hook_key=f"{place}.text",
            question="",
            texts=again.texts,
        )


def _story(publication: Publication, article: Article, image: str, alt: str) -> Story:
    social, language = article.social, article.language
    hooks = {
        "social.hook": social.hook,
        "description": article.description,
        "title": article.title,
    }
    hook_key, hook = next((key, text) for key, text in hooks.items() if text)
    topics = [topic for _, topic in publication.topics_of(article)]
    return Story(
        article=article.id or "",
        path=article.path,
        url=publication.url_of(article),
        title=article.title,
        description=article.description or "",
        language=language,
        pillar=article.pillar or "",
        hook=hook or "",
        hook_key=hook_key,
        question=social.question or question(article.pillar or "", language),
        hashtags=(
            *social.hashtags,
            *((topic.hashtag or topic.name).in_language(language) for topic in topics),
        ),
        channels=social.channels,
        texts=social.texts,
        image=image,
        alt=alt,
    )


def findings(root: Path, faults: Iterable[Fault]) -> Iterator[Finding]:
    """Yield the faults with line and column, for which the articles at fault are read again."""
    read: dict[str, Located] = {}
    for fault in faults:
        if fault.path not in read:
            read[fault.path] = _located(root, fault.path)
        located = read[fault.path]
        keys = (int(key) if key.isdigit() else key for key in fault.key.split("."))
        line, column = located.place(tuple(keys))
        yield Finding(
            fault.check, fault.severity, fault.path, line, column, fault.message, fault.fix
        )


def _located(root: Path, path: str) -> Located:
    source = read_source(root, root / path)
    parts = source if isinstance(source, Finding) else split(source)
    if isinstance(parts, Finding):
        return Located(path, None)
    located = read_yaml(path, parts[0].removeprefix("\n"), first_line=2)
    return Located(path, None) if isinstance(located, list) else located
