"""check.yml from the clone to the summary, as the writer of a pull request meets it."""

import os
import subprocess

SENTENCE = "\nThis sentence was added.\n"


def command_output(github, *arguments):
    return subprocess.run(
        [github.workspace / ".venv/bin/publisher", *arguments],
        cwd=github.workspace,
        env={"PATH": os.environ["PATH"], "HOME": str(github.workspace), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def indented(text: str) -> str:
    """As a summary shows it: a block that nothing inside can end."""
    return "".join(f"    {line}\n" for line in text.splitlines())


def test_a_good_change_passes_and_shows_the_site_and_the_posts(installed):
    path = installed.articles()[0]
    installed.append(path, SENTENCE)
    job = installed.pull_request().run("check.yml")["check"]
    assert job.result == "success", job.log
    assert list(job.steps.items()) == [
        ("Fetch the articles", "success"),
        ("Set up Python", "success"),
        ("Install the publisher", "success"),
        ("Check the articles", "success"),
        ("Build the preview", "success"),
        ("Keep the preview", "success"),
        ("Write the posts", "success"),
        ("Keep the posts", "success"),
        ("Posts as they would go out", "success"),
    ]
    slug = (installed.repository / path).with_suffix("").name.replace("index", "")
    assert SENTENCE.strip() in "".join(
        page.read_text("utf-8") for page in installed.uploads.glob(f"preview/**/{slug}*/index.html")
    )
    assert (installed.uploads / "posts.html").read_text("utf-8") == (
        command_output(installed, "snippets", "--format", "html", path)
    )
    artifacts = "https://github.com/organisation/publication/artifacts"
    assert job.summary == (
        "## Nothing to mend\n\nThe check has read every article and post.\n"
        "## Posts as they would go out\n"
        "\n"
        f"[See them as each network shows them]({artifacts}/posts.html)\n"
        "\n"
        f"[Download the preview of the site]({artifacts}/preview)\n"
        "\n"
        f"{indented(command_output(installed, 'snippets', path))}"
    )


def test_an_article_with_a_fault_fails_the_check_and_hides_neither_preview_nor_posts(installed):
    broken, good = installed.articles()[:2]
    installed.edit(broken, "\nstatus: ready\n", "\nstatus: reddy\n")
    installed.append(good, SENTENCE)
    installed.git("reset", "--quiet", "--soft", "HEAD^^")
    installed.git("commit", "--quiet", "--message", "One pull request")
    job = installed.pull_request().run("check.yml")["check"]
    assert job.result == "failure"
    assert job.steps["Check the articles"] == "failure"
    assert f"::error file={broken}," in job.log["Check the articles"]
    assert job.steps["Build the preview"] == "success", job.log
    assert (installed.uploads / "preview/index.html").is_file()
    assert indented(command_output(installed, "snippets", good)) in job.summary
    assert command_output(installed, "snippets", "--format", "html", good) == (
        (installed.uploads / "posts.html").read_text("utf-8")
    )


def test_a_change_to_no_article_says_so(installed):
    installed.append("README.md", SENTENCE)
    job = installed.pull_request().run("check.yml")["check"]
    assert job.result == "success", job.log
    assert "    This change touches no article, so nothing new would go out.\n" in job.summary
    assert (installed.uploads / "posts.html").read_text("utf-8") == (
        command_output(installed, "snippets", "--format", "html")
    )


def test_a_configuration_that_cannot_be_read_fails_and_leaves_nothing_to_see(installed):
    installed.edit("mkdocs.yml", "time_zone:", "time_zoned:")
    job = installed.pull_request().run("check.yml")["check"]
    assert job.result == "failure"
    assert job.steps["Build the preview"] == "failure"
    assert not (installed.uploads / "preview").exists()


def test_a_summary_keeps_within_what_github_takes_and_is_cut_between_lines(github):
    line = "é" * 499 + "!\n"
    (github.workspace / "posts.txt").write_text(line * 2000, encoding="utf-8")
    runner = github.runner("pull_request")
    job = runner.run_step("check.yml", "check", "Posts as they would go out")
    assert job.steps == {"Posts as they would go out": "success"}, job.log
    assert len(job.summary.encode()) < 1024 * 1024
    shown, more = job.summary.splitlines()[-2:]
    assert (shown, more) == (f"    {line}".rstrip(), "    And more: they are all in posts.html.")


def test_nothing_in_a_post_can_end_the_block_that_shows_it(github):
    (github.workspace / "posts.txt").write_text("~~~~~~~~~~~~\n```\n# Heading\n", encoding="utf-8")
    runner = github.runner("pull_request")
    job = runner.run_step("check.yml", "check", "Posts as they would go out")
    assert job.summary.endswith("\n\n    ~~~~~~~~~~~~\n    ```\n    # Heading\n")
