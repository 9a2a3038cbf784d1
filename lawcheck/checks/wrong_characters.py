"""Characters that two models of official language call wrong: 法挥 for 发挥, 整该 for 整改, 收支预标 for 收支预算."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from operator import add

from lawcheck.checks.alike import homophones, look_alikes
from lawcheck.checks.language import followers, word_level
from lawcheck.checks.likelihood import cut
from lawcheck.checks.sequences import sequence_score
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_REACH = 5


@dataclass(frozen=True, slots=True)
class WrongCharacter:
    at: int
    right: str
    start: int
    end: int
    word: str
    by_sequence: float
    by_words: float
    sounds: bool


@cache
def _alike(character: str) -> str:
    heard = homophones(character)
    return "".join(dict.fromkeys(heard + look_alikes().get(character, ""))).replace(character, "")


def _unknown(pair: str) -> bool:
    first, second = pair
    return is_han(first) and is_han(second) and second not in followers().get(first, "")

LEASTWORD=4.0
SEQ=8.0
@lru_cache(2)
def wrong_characters(text: str) -> tuple[WrongCharacter, ...]:
    pairs = list(map(add, text, text[1:]))
    unknown = {pair for pair in set(pairs) if _unknown(pair)}
    places = list(compress(range(len(pairs)), map(unknown.__contains__, pairs)))
    often = Counter(pairs[at] for at in places)
    found = {}
    for at in places:
        if often[pairs[at]] >= 3: continue
        best=None
        for place in (at, at + 1):
            for one in _candidates(text, place):
                if best is None or one.by_sequence+one.by_words > best.by_sequence+best.by_words: best = one
        if best: found[best.at]=best
    return tuple(found[k] for k in sorted(found))


def _candidates(text, at):
    character = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at+1<len(text) else ""
    before = before if is_han(before) else ""
    after = after if is_han(after) else ""
    follow = followers()
    behind = follow.get(before, "") if before else ""
    todo=[]
    for right in _alike(character):
        if before and right not in behind: continue
        if after and after not in follow.get(right, ""): continue
        w = ""
        lv=-1
        if before and (l:=word_level(before + right)) >= LEASTWORD: w=before+right; lv=l
        if after and (l:=word_level(right + after)) >= LEASTWORD and l>lv: w=right+after; lv=l
        if not w: continue
        todo.append((right,w))
    if not todo: return
    start=at
    while start>0 and at-start<_REACH and is_han(text[start-1]): start-=1
    end=at+1
    while end<len(text) and end-at-1<_REACH and is_han(text[end]): end+=1
    s=text[start:end]; p=at-start
    base=sequence_score(s,p,p+3)
    heard=homophones(character)
    cands=[]
    for right,w in todo:
        new=s[:p]+right+s[p+1:]
        g=sequence_score(new,p,p+3)-base
        if g>=SEQ: cands.append((g,right,w))
    cands.sort(reverse=True)
    if not cands: return
    b=cut(s).score
    for g,right,w in cands[:3]:
        ga=cut(s[:p]+right+s[p+1:]).score-b
        yield WrongCharacter(at,right,at-(w[1]==right and w[0]==before),at+1+(w[0]==right and w[1]==after),w,g,ga,right in heard)
