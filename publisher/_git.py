"""The only door to git: asks nobody anything, runs no hook, needs no settings of a user's."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path

# In seconds: more than a large fetch over a slow line, and yet an end.
TIMEOUT = 300

_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsync=objects,reference",  # what is written must outlive a power cut
    "push.gpgSign=false",
)
# Set when we are run from a hook; they would lead git to another repository than the one meant.
_ANOTHER_REPOSITORY = (
    "GIT_DIR",
    "GIT_COMMON_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
_OURS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
    "GIT_AUTHOR_NAME": "publisher",
    "GIT_AUTHOR_EMAIL": "publisher@localhost",
    "GIT_COMMITTER_NAME": "publisher",
    "GIT_COMMITTER_EMAIL": "publisher@localhost",
}
# Lines that say where to or what one might do, but not what was wrong.
_ASIDE = re.compile(r"(?:to |from |hint:|warning:|error: failed to push some refs)", re.IGNORECASE)


class GitError(Exception):
    """git could not do what it was asked to; the message is git's own, without any password."""


def git(repository: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What `git *arguments` prints when it is run in the folder `repository`.

    It runs in a session of its own: there is no terminal at which ssh could ask for anything, and
    Ctrl-C does not cut a push in half. Credentials come from the environment, as docs/ledger.md
    says. Raises GitError where git ends with another code than 0, or not at all.
    """
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    inherited = {k: v for k, v in os.environ.items() if k not in _ANOTHER_REPOSITORY}
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the arguments are ours
            ["git", "-C", str(repository), *settings, *arguments],  # noqa: S607 - the user's git
            env=inherited | _OURS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as problem:
        message = f"git cannot be started: {problem.strerror}"
        raise GitError(message) from problem
    with process:
        try:
            answer, complaint = process.communicate(stdin, TIMEOUT)
        except subprocess.TimeoutExpired as problem:
            os.killpg(process.pid, signal.SIGKILL)
            message = f"git {arguments[0]} did not end within {TIMEOUT} seconds"
            raise GitError(message) from problem
    if process.returncode:
        raise GitError(_said(complaint.decode("utf-8", "replace")) or f"git {arguments[0]} failed")
    return answer


def _said(complaint: str) -> str:
    """The first two lines that tell what was wrong; what git advises comes after them."""
    lines = [" ".join(line.split()) for line in complaint.splitlines()]
    telling = [line for line in lines if line and not _ASIDE.match(line)]
    return re.sub(r"//[^/@\s]*@", "//", "; ".join(telling[:2]))
