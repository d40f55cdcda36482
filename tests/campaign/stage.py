"""Several runs at once, one step at a time, in an order that chance repeats.

Each run is a thread that goes on only when it is its turn. It gives the turn away at every step:
before and after each word with a network or the ledger. There it can be killed, too.
"""

import random
import threading
from collections.abc import Callable


class KilledError(BaseException):
    """The process is gone: nothing of it runs on, no `except` and no settling."""


class Stage:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._turns: dict[int, threading.Semaphore] = {}
        self._back = threading.Semaphore(0)

    def step(self) -> None:
        """Give the turn away, and wait for it to come again."""
        mine = self._turns.get(threading.get_ident())
        if mine is not None:
            self._back.release()
            mine.acquire()

    def play(self, runs: list[Callable[[], None]]) -> None:
        """Let all of `runs` go to their end, step by step."""
        threads = [threading.Thread(target=self._begun, args=(run,), daemon=True) for run in runs]
        for thread in threads:
            thread.start()
            self._back.acquire()
        while alive := [thread for thread in threads if thread.ident in self._turns]:
            chosen = self._chance.choice(alive)
            assert chosen.ident is not None
            self._turns[chosen.ident].release()
            self._back.acquire()

    def _begun(self, run: Callable[[], None]) -> None:
        own = self._turns[threading.get_ident()] = threading.Semaphore(0)
        self._back.release()
        own.acquire()
        try:
            run()
        finally:
            del self._turns[threading.get_ident()]
            self._back.release()
