"""How sure both models of official language must be that a character is wrong, by what it is and what it is like."""

from math import inf

from lawcheck.records import dataclass

# A scan has the same misreading again and again; so sure both models must be of it together.
SURE_OF_RECURRING = 30.0
# Where each model is as sure (natural logarithm) as the first figure and both together as sure as the second, the
# character is wrong. Measured in November 2026 on drafts with known mistakes, on slips put into published texts, on
# recognised pages whose right text is known, and on three million characters of published texts.
_NEVER = (inf, inf)
# One that sounds like the right one; where this one makes a word with a neighbour as it is, they must be surer.
_SOUND, _IN_A_WORD = (10.0, 27.0), (10.0, 39.0)
# One that is alike in sound and shape: 关健, 诀定.
_TWICE = (6.0, 20.0)
# One that is easily taken for the other by its shape in any text (裁体), and one that only bad print makes of it.
_TAKEN, _PRINT = (8.0, 24.0), (12.0, 36.0)
# A rare character is one of a trade that the counts know little of, unless the other one makes a usual word; one in a
# coinage, 能联尽联, is right unless the other one is much likelier.
_RARE, _RARE_TAKEN, _RARE_USUAL = (12.0, 40.0), (10.0, 30.0), 4.0
_PARALLEL = (12.0, 32.0)
# In a scan, where shapes are what goes wrong.
_SHAPE, _SHAPE_IN_A_WORD, _SOUND_IN_A_SCAN = (6.0, 17.0), (6.0, 26.0), (10.0, 39.0)
# What somebody should look at.
_DOUBTFUL_EACH, _DOUBTFUL_BOTH, _DOUBTFUL_BOTH_SCANNED = 9.0, 24.0, 30.0


@dataclass(frozen=True, slots=True)
class WrongCharacter:
    """The character at `at` should be `right`, which makes `word`, that begins at `start`, with a neighbour.

    How much likelier (natural logarithm) the sequence of characters and the words become; then what the two are like:
    whether bad print makes the one of the other, both sound and look the same, and the one is easily taken for the
    other; then what this one is: whether it makes a usual word with a neighbour, or one of any dictionary, whether it
    is rare, and whether it stands in parallel to others. `usual` is how often official texts have the right word.
    """

    at: int
    right: str
    start: int
    word: str
    by_sequence: float
    by_words: float
    usual: float
    looks_alike: bool
    twice_alike: bool
    easily_taken: bool
    in_a_word: bool
    in_a_dictionary: bool
    is_rare: bool
    is_parallel: bool

    @property
    def gain(self) -> float:
        """What both models say together."""
        return self.by_sequence + self.by_words

    @property
    def agreed(self) -> float:
        """What each of the models says at least."""
        return min(self.by_sequence, self.by_words)

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.word)

    def is_sure(self, scanned: bool) -> bool:
        """Whether both models are sure of it."""
        each, both = self._needed_in_a_scan() if scanned else self._needed()
        return self.agreed >= each and self.gain >= both

    def _needed_in_a_scan(self) -> tuple[float, float]:
        if self.looks_alike:
            return _SHAPE_IN_A_WORD if self.in_a_word else _SHAPE
        return _SOUND_IN_A_SCAN

    def _needed(self) -> tuple[float, float]:
        """The same in a document that is no scan."""
        if self.in_a_word:
            is_odd = self.looks_alike or self.is_rare or self.is_parallel
            return _NEVER if is_odd else _IN_A_WORD
        if self.twice_alike:
            least = _TWICE
        elif self.easily_taken and not self.in_a_dictionary:
            least = _TAKEN
        else:
            least = _PRINT if self.looks_alike else _SOUND
        if self.is_rare:
            if self.in_a_dictionary or self.usual < _RARE_USUAL:
                return _NEVER
            least = max(least, _RARE_TAKEN if self.easily_taken else _RARE)
        return max(least, _PARALLEL) if self.is_parallel else least

    @property
    def is_plain(self) -> bool:
        """Whether it looks alike and both models are so sure of it that it may come again and again in a scan."""
        return self.looks_alike and self.agreed >= _SOUND[0] and self.gain >= SURE_OF_RECURRING

    def is_doubtful(self, scanned: bool) -> bool:
        """Whether they say enough for somebody to look at it."""
        if self.in_a_word or (not scanned and self.looks_alike):
            return False
        least = _DOUBTFUL_BOTH_SCANNED if scanned else _DOUBTFUL_BOTH
        return self.agreed >= _DOUBTFUL_EACH and self.gain >= least
