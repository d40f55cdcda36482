"""From any name to one that readers can type: small letters, digits and single hyphens."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote

# Letters that do not come apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
_LONGEST = 120
_DATE = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}(?:[-_ ]+|$)")


def slugify(text: str, otherwise: str = "article") -> str:
    """`text` as a slug; a text without Latin letters becomes `otherwise` and a digest of it."""
    letters = unicodedata.normalize("NFKD", unquote(text).lower().translate(_LETTERS))
    letters = re.sub(r"['’\u0300-\u036f]", "", letters)
    letters = re.sub(r"[\W_]+", "-", letters).encode("ascii", "ignore").decode()
    slug = re.sub(r"-{2,}", "-", letters).strip("-")
    if not slug:
        return f"{otherwise}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rsplit("-", 1)[0].strip("-") or slug[:_LONGEST]
    return slug


def without_date(name: str) -> str:
    """A file's name without the day in front; the name itself where nothing else is in it."""
    return _DATE.sub("", name) or name


def from_words(text: str) -> str:
    """`plain-language` as "Plain language"; what holds a capital stays as it is."""
    words = re.sub(r"[-_\s]+", " ", text).strip()
    return words[:1].upper() + words[1:] if words else text


def as_name(key: str) -> str:
    """`nikki-lee` as "Nikki Lee"."""
    return " ".join(part[:1].upper() + part[1:] for part in re.split(r"[-_.\s]+", key) if part)


def as_hashtag(text: str) -> str:
    """`user-experience` as "UserExperience"; empty where a network would see only a number."""
    words = re.findall(r"[^\W_]+", text)
    tag = "".join(word[:1].upper() + word[1:] for word in words)
    return "" if tag.isdigit() else tag
