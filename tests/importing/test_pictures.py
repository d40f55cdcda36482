"""Pictures and documents that come along, and those that cannot."""

from collections.abc import Callable

import pytest

from tests.importing.foreign import Blog

BodyOf = Callable[..., tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("b.png", "b.png"),
        ("images/b.png", "images/b.png"),
        ("static/img/b.png", "/img/b.png"),
        ("assets/b.png", "/assets/b.png"),
        ("static/b.png", "b.png"),
        ("my b.png", "my%20b.png"),
        ("my b.png", "<my b.png>"),
        ("my b.png", "my b.png"),
        ("b.png", "./b.png?raw=true"),
        ("b.png", "https://old.example.org/b.png"),
    ],
    ids=range(10),
)
def test_a_picture_is_found_where_blogs_keep_them(
    place: str, address: str, body_of: BodyOf, pixel: bytes
) -> None:
    files = {place: pixel, "hugo.yaml": "baseURL: https://old.example.org"}
    body, told = body_of(f'![A lamp]({address} "Night")', files={**files, "hugo.toml": "["})
    name = "my-b.png" if "my" in place else "b.png"
    assert (body, told) == (f'![A lamp]({name} "Night")\n', [])


def test_every_way_to_show_a_picture_is_understood(body_of: BodyOf, pixel: bytes) -> None:
    text = """\
![One][pic] and ![pic] and [![Two](a.png)](b.png)

<img alt="Three" src='a.png' srcset="a-2x.png 2x" width=3>
<video src="c.mp4" poster="a.png"></video>

[pic]: a.png "Title"
[far]: https://example.org
[Far][far] and <a href="d.pdf">the leaflet</a>
"""
    files = {"a.png": pixel, "b.png": pixel, "c.mp4": b"film", "d.pdf": b"%PDF"}
    body, told = body_of(text, files=files)
    assert (
        body
        == """\
![One](a.png "Title") and ![pic](a.png "Title") and [![Two](a.png)](b.png)

<img alt="Three" src="a.png" width=3>
<video src="c.mp4" poster="a.png"></video>

[far]: https://example.org
[Far][far] and <a href="d.pdf">the leaflet</a>
"""
    )
    assert told == []


def test_a_picture_without_a_file_leaves_its_words_and_where_it_was(body_of: BodyOf) -> None:
    text = """\
![A lamp](/no.png)

![a-lamp-at-night](a-lamp-at-night.jpg)

[![](big_lamp.png)](https://example.org)

![Lamp](x.png)Text

<img src="{{ x }}" alt="A &amp; B">
![Far](https://example.org/far.png) ![Near](//example.org/near.png)
"""
    body, told = body_of(text)
    assert (
        body
        == """\
*A lamp*<!-- publisher: picture: /no.png -->

<!-- publisher: picture: a-lamp-at-night.jpg -->

[*Big lamp*<!-- publisher: picture: big_lamp.png -->](https://example.org)

*Lamp*<!-- publisher: picture: x.png -->

Text

<em>A &amp; B</em><!-- publisher: picture: {{ x }} -->
![Far](https://example.org/far.png) ![Near](https://example.org/near.png)
"""
    )
    assert [line.split(":")[0] for line in told] == ["1", "3", "5", "7", "9"]
    assert told[0] == (
        "1: import-picture: there is no file for the picture `/no.png`; its words stay"
    )


def test_a_picture_that_a_shortcode_names_without_its_ending_is_found(
    body_of: BodyOf, pixel: bytes
) -> None:
    text = '{{< img src="lamp" alt="A lamp" >}} {{< img src="none" alt="B" >}}'
    body, _ = body_of(text, files={"img/lamp.jpg": pixel})
    assert body == "![A lamp](lamp.jpg) *B*<!-- publisher: picture: none -->\n"


@pytest.mark.parametrize(
    "address",
    ["http://[bad/a.png", "data:image/png;base64,iVBOR", "a\\..\\b.png", "x" * 2000 + ".png"],
)
def test_an_address_that_can_be_no_file_is_no_picture(address: str, body_of: BodyOf) -> None:
    body, told = body_of(f"![A lamp]({address})")
    assert body.startswith("*A lamp*<!-- publisher: picture: ")
    assert [line.split(":")[1] for line in told] == [" import-picture"]


def test_a_picture_on_a_known_site_becomes_a_link_to_it(body_of: BodyOf) -> None:
    files = {"hugo.yaml": "baseURL: https://old.example.org/x/", "hugo.toml": "["}
    body, _ = body_of("![A lamp](/x/no.png)", files=files)
    assert body == "[A lamp](https://old.example.org/x/no.png)\n"


def test_no_picture_is_taken_from_outside_the_blog(blog: Blog, pixel: bytes) -> None:
    (blog.source.parent / "secret.png").write_bytes(pixel)
    text = "---\ntitle: A\nimage: ../../secret.png\n---\n![b](../../secret.png)\n"
    blog.write({"sub/2020-01-01-a.md": text})
    (blog.source / "sub" / "link.png").symlink_to("../../secret.png")
    blog.write({"sub/2020-01-01-b.md": "---\ntitle: B\nimage: link.png\n---\n![b](.hidden.png)\n"})
    report = blog.come()
    assert [path for path in report.written if not path.endswith((".md", ".yml"))] == []
    assert [line for line in blog.told(report) if "picture" in line] == [
        (
            "sub/2020-01-01-a.md:3: warning import-picture: "
            "there is no file for the lead picture `../../secret.png`"
        ),
        (
            "sub/2020-01-01-a.md:5: warning import-picture: "
            "there is no file for the picture `../../secret.png`; its words stay"
        ),
        (
            "sub/2020-01-01-b.md:3: warning import-picture: "
            "there is no file for the lead picture `link.png`"
        ),
        (
            "sub/2020-01-01-b.md:5: warning import-picture: "
            "there is no file for the picture `.hidden.png`; its words stay"
        ),
    ]


def test_what_a_bundle_holds_and_does_not_show_is_told(blog: Blog, pixel: bytes) -> None:
    text = "---\ntitle: A\ndate: 2020-01-02\n---\n![b](b.png)\n"
    blog.write({"a/index.md": text, "a/b.png": pixel, "a/c.png": pixel, "a/.hidden.png": pixel})
    report = blog.come()
    assert blog.told(report) == [
        (
            "a/index.md:1: notice import-picture: "
            "`c.png` beside it is not shown in it and did not come along"
        )
    ]
    assert "content/articles/2020/a/c.png" not in report.written


def test_pictures_of_one_name_in_two_folders_both_come(body_of: BodyOf, pixel: bytes) -> None:
    files = {"one/a.png": pixel, "two/a.png": pixel}
    body, _ = body_of("![1](one/a.png) ![2](two/a.png) ![1](one/a.png)", files=files)
    assert body == "![1](a.png) ![2](a-2.png) ![1](a.png)\n"
