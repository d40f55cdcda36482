"""The few of GitHub's expressions that our workflows use, evaluated as GitHub does.

Names, text in single quotes, `!`, `==`, `!=`, `&&`, `||`, brackets and function calls:
https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

TOKEN = re.compile(r"\s*('(?:[^']|'')*'|[\w.-]+|&&|\|\||==|!=|[!(),])")
STATUS_FUNCTIONS = ("success", "failure", "cancelled", "always")

Context = Mapping[str, Any]


class Expression:
    """One expression, read from left to right by recursive descent."""

    def __init__(self, text: str, context: Context) -> None:
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == re.sub(r"\s+(?=(?:[^']*'[^']*')*[^']*$)", "", text), text
        self.context = context

    def value(self) -> Any:
        value = self.either()
        assert not self.tokens, self.tokens
        return value

    def either(self) -> Any:
        return self.chain("||", self.both, lambda left, right: left or right)

    def both(self) -> Any:
        return self.chain("&&", self.equal, lambda left, right: left and right)

    def equal(self) -> Any:
        left = self.single()
        while self.tokens and self.tokens[0] in {"==", "!="}:
            same = self.tokens.pop(0) == "=="
            left = (text_of(left) == text_of(self.single())) is same
        return left

    def chain(self, sign: str, part: Callable[[], Any], join: Callable[[Any, Any], Any]) -> Any:
        left = part()
        while self.tokens and self.tokens[0] == sign:
            self.tokens.pop(0)
            left = join(left, part())
        return left

    def single(self) -> Any:
        word = self.tokens.pop(0)
        if word == "!":
            return not self.single()
        if word == "(":
            value = self.either()
            assert self.tokens.pop(0) == ")"
            return value
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        if self.tokens[:1] == ["("]:
            return self.call(word)
        return look_up(word, self.context)

    def call(self, name: str) -> Any:
        self.tokens.pop(0)
        arguments = []
        while self.tokens[0] != ")":
            arguments.append(self.either())
            if self.tokens[0] == ",":
                self.tokens.pop(0)
        self.tokens.pop(0)
        return self.context[name](*arguments)


def look_up(name: str, context: Context) -> Any:
    """What a dotted name stands for; what does not exist is empty, as on GitHub."""
    if name in {"true", "false"}:
        return name == "true"
    value: Any = context
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return value


def text_of(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def fill(text: str, context: Context) -> str:
    """`text` with each `${{ … }}` in it replaced by its value."""
    return re.sub(
        r"\$\{\{(.*?)\}\}",
        lambda found: text_of(Expression(found[1].strip(), context).value()),
        str(text),
    )


def holds(condition: str, context: Context) -> bool:
    """Whether a job or step runs; without a status function `success()` goes unsaid."""
    bare = re.sub(r"^\$\{\{(.*)\}\}$", r"\1", condition.strip()).strip()
    if not any(f"{name}()" in bare for name in STATUS_FUNCTIONS):
        bare = f"success() && ({bare})" if bare else "success()"
    return bool(Expression(bare, context).value())
