"""How a document uses each name, and of whom a story is told that makes a patient.

“Maria”, “Mrs. Lopez” and “Maria Lopez” are one person by the words that they share. What the
sentences around say of her is added up (`_privacy_story`): enough of it, and she is a patient.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from publisher.checks._privacy_care import Line
from publisher.checks._privacy_frames import Frames
from publisher.checks._privacy_mentions import Mention
from publisher.checks._privacy_names import GIVEN
from publisher.checks._privacy_story import FOLLOWED, Story, is_she, told

# The score of a story that makes a patient, and how much more where the name is no known one, or
# where somebody seems to be named for their work.
_ENOUGH, _FAMILIAR, _MORE = 4, 2, 2
# How often somebody whose name is no known one must be “she”, and somebody at work be ill.
_OFTEN = 2
# In the middle of a list of names.
_LISTED, _LIST = re.compile(r"(?:[A-Z][\w’-]+,|:) $"), re.compile(r", [A-Z]|,? and ")


class Usage:
    """The names of a document by their words, in small letters."""

    def __init__(self, mentions: Iterable[Mention], frames: Frames) -> None:
        self._at: dict[int, set[str]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._last: dict[str, set[str]] = {}
        # Names for sure, those of whom one is called by the first, and those called by the last.
        self._sure: set[str] = set()
        self._acting: set[str] = set()
        self._first: set[str] = set()
        self._titled: set[str] = set()
        self.surnamed: set[str] = set()
        for each in mentions:
            self._add(each, frames)

    def _add(self, each: Mention, frames: Frames) -> None:
        parts, titled = each.name.parts, frames.before(each.before, "honorific")
        self._at.setdefault(each.number, set()).update(parts)
        for part in parts:
            self._mentions.setdefault(part, []).append(each)
        acts = len(parts) == 1 and (
            frames.after(each.after, "acts") or frames.before(each.before, "meets")
        )
        if each.name.sure >= GIVEN or titled:
            self._sure.update(parts)
        elif acts:
            self._acting.update(parts)
        if titled:
            self._titled.update(parts)
        if len(parts) > 1:
            self._last.setdefault(parts[-1], set()).update(parts)
        elif not titled and parts and parts[0] in self._last:
            self.surnamed.update(self._last[parts[0]])
        elif each.name.sure >= GIVEN or acts:
            self._first.update(parts)

    def patients(
        self, lines: Sequence[Line], seeming: set[str], is_career: Callable[[], bool]
    ) -> Iterator[str]:
        """Yield the words of the names of those of whom a story is told that makes a patient.

        `seeming` are words of those who seem to be named for their work; `is_career` says whether
        the text is about somebody's work.
        """
        stories: dict[tuple[object, ...], Story] = {}
        for part, mentions in self._mentions.items():
            if all(map(_is_one_of_many, mentions)) or not self._goes_on(part, lines):
                continue
            texts = sorted({each.name.text for each in mentions})
            key = (*(each.number for each in mentions), *texts)
            if key not in stories:
                stories[key] = told(lines, self._at, part, texts)
            story = self._weighed(stories[key], part, seeming)
            if self._is_thing(story, part) or not self._is_patient(story, part):
                continue
            if story.often >= _OFTEN or not is_career():
                yield part

    def _goes_on(self, part: str, lines: Sequence[Line]) -> bool:
        """Whether a text can tell of somebody: it says “she”, a title, or their name often."""
        mentions = self._mentions[part]
        if len(mentions) > _MORE or part in self._titled:
            return True
        return any(
            is_she(line)
            for each in mentions
            for line in lines[each.number : each.number + FOLLOWED]
        )

    def _weighed(self, story: Story, part: str, seeming: set[str]) -> Story:
        """The story of somebody who is called by a title, or seems to be named for their work."""
        works = part in seeming or part in self.surnamed or story.work > _FAMILIAR
        if works and story.often <= max(1, story.work):
            story = story.of_a_professional()
        return story.of_one_who_is_titled() if part in self._titled else story

    def _is_thing(self, story: Story, part: str) -> bool:
        """Whether what only acts like a person is none: “Pillbox is”."""
        if part in self._sure or part not in self._acting:
            return False
        return max(min(story.she, story.beside * 2), story.often) < _OFTEN

    def _is_patient(self, story: Story, part: str) -> bool:
        """Whether enough is told; of somebody called by their first name only, less is enough."""
        if part not in self._sure and part not in self._acting:
            return min(story.she, story.often) > 1 and story.total >= _ENOUGH + _MORE
        if story.often and story.total >= _ENOUGH and (story.she or story.named > _MORE):
            return True
        if part not in self._first and part not in self._titled:
            return story.she > _MORE and story.health >= _MORE and not story.work
        return min(story.she, story.health) > 0 and story.she + story.health > _FAMILIAR


def _is_one_of_many(each: Mention) -> bool:
    """Whether somebody is one of three or more who are named in a row."""
    return bool(_LISTED.search(each.before) and _LIST.match(each.after))
