"""Code blocks where Python-Markdown finds them, told by Python-Markdown itself."""

from collections.abc import Callable

import markdown
import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


def shape(text: str) -> str:
    html = markdown.markdown(text, extensions=["sane_lists", "fenced_code"])
    return html.replace("<p>", "").replace("</p>", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- a\n\n  ```py\n  x = 1\n    y\n  ```\n- b",
            "<ul><li>a<pre><code>x = 1  y</code></pre></li><li>b</li></ul>",
        ),
        (
            "1. a\n   ```\n   # x\n   ```\n2. b",
            "<ol><li>a<pre><code># x</code></pre></li><li>b</li></ol>",
        ),
        ("> a\n> ```\n> # x\n> ```\n> b", "<blockquote>a<pre><code># x</code></pre>b</blockquote>"),
        ("  ```py\n  x\n  ```", '<pre><code class="language-py">x</code></pre>'),
        (
            '```py title="a.py" linenums="1"\nx\n```',
            '<pre><code class="language-py">x</code></pre>',
        ),
        ("```js,linenos\nx\n```", '<pre><code class="language-js">x</code></pre>'),
        ("``` {.python .numberLines}\nx\n```", '<pre><code class="language-python">x</code></pre>'),
        ("~~~ c++\nx\n~~~", '<pre><code class="language-c++">x</code></pre>'),
        (
            "{{< note >}}\n```py\nx\n```\n{{< /note >}}",
            "<blockquote><pre><code>x</code></pre></blockquote>",
        ),
        (
            "```` md\n```py title=a\n````",
            '<pre><code class="language-md">```py title=a</code></pre>',
        ),
        ("```\nx", "<pre><code>x</code></pre>"),
        ("```py\nx\n````", '<pre><code class="language-py">x</code></pre>'),
    ],
    ids=range(12),
)
def test_code_is_code_wherever_it_stands(text: str, expected: str, body_of: BodyOf) -> None:
    body, told = body_of(text)
    assert (shape(body), told) == (expected, [])


def test_the_language_above_indented_code_is_a_fence(body_of: BodyOf) -> None:
    text = "Text\n\n    :::python\n    x = 1\n\n        y\n\nMore\n\n    plain\n"
    body, _ = body_of(text, generator="pelican")
    assert body == "Text\n\n```python\nx = 1\n\n    y\n```\n\nMore\n\n    plain\n"
