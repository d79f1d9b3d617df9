"""Gerunds → imperatives: ``Creating`` → ``create``.

Known verbs are listed in their base form and their gerunds made from that, which English
does by rule; the way back needs a guess and is only used for verbs not in the list.
"""

from __future__ import annotations

from collections.abc import Iterable

_VERBS = """
abort accept acquire activate add adjust aggregate allocate allow analyze apply approve archive assign associate
attach audit authenticate authorize back bind block boot build bypass calculate call cancel capture change check
clean clear clone close collect commit compare complete compress configure confirm connect convert copy count create
customize deactivate decline decode decommission decrease decrypt define delete deliver demote deploy deregister describe
destroy detach detect diagnose disable disassociate disconnect discover dismiss display dissociate distribute download
downgrade drain drop duplicate edit eject email empty enable encode encrypt end enter estimate evaluate exchange exclude
execute expand expire export extend extract fail fetch filter find finish fix flush forbid force forward freeze generate
get grant grow handle hang hibernate hide identify ignore import include increase initialize initiate inject insert
inspect install interrupt invalidate invite invoke isolate issue join kill label launch leave link list listen load
lock log login logout maintain make manage map mark mask match merge migrate mirror modify monitor mount move mute notify
obtain open operate order overwrite parse patch pause perform pin ping place play poll populate post prepare preview
probe process promote protect provision publish pull purchase purge push put query quit rebalance reboot rebuild
recalculate receive recognize reconfigure recover recycle redeem redirect redo reduce refresh refuse regenerate register
reinstall reject release reload remediate remove rename renew reorder repair repeat replace replay replicate reply report
reprotect request reschedule reserve reset resize resolve restart restore resume retain retrieve retry return reuse revert
review revoke rewrite roll rotate route run sample save scale scan schedule screen search select send set shadow share shelve
show shrink shut sign simulate skip snapshot sort specify split stop start store stream submit subscribe suspend swap switch sync
synchronize tag take terminate test throttle tile track transcode transfer transform translate trigger truncate try tune
unarchive unassign unbind unblock undelete undeploy undo unfreeze uninstall unlink unlock unmount unpublish unregister
unset unshelve unsubscribe unsuspend untag update upgrade upload use validate verify view wait wake watch withdraw write
""".split()
_DOUBLES = frozenset("bdgklmnprt")
_VOWELS = frozenset("aeiou")


def _gerunds(verb: str) -> Iterable[str]:
    if verb.endswith("ie"):
        yield verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        yield verb[:-1] + "ing"
    else:
        yield verb + "ing"
        if (
            len(verb) > 2
            and verb[-1] in _DOUBLES
            and verb[-2] in _VOWELS
            and verb[-3] not in _VOWELS
        ) or verb.endswith("quit"):
            yield verb + verb[-1] + "ing"


_KNOWN = {gerund: verb for verb in _VERBS for gerund in _gerunds(verb)}
_KNOWN.update({"analysing": "analyze", "canceling": "cancel", "reading": "get", "read": "get"})
_WANTS_E = ("at", "iz", "ys", "ov", "iv", "av", "rv", "bl", "cl", "dl", "gl", "pl", "tl", "ib", "ur", "ng", "rg", "dg", "ut", "ud", "ul", "as", "us", "os", "ns", "ac", "ec", "ic", "nc", "ag", "id", "ok", "ok", "in", "um", "am", "ir")  # fmt: skip
_NOUNS = frozenset("billing building during engineering housing king meeting monitoring morning networking nothing "
                   "peering pricing processing ring routing scaling scheduling setting something spring string "
                   "structuring thing throttling tracing training wing being wording timing".split())  # fmt: skip


def imperative(word: str) -> str | None:
    """The verb's base form if the lower-case word is a gerund or a known verb, else None."""
    if word in _KNOWN:
        return _KNOWN[word]
    if word in _BASES:
        return word
    if not word.endswith("ing") or len(word) < 6 or word in _NOUNS:
        return None
    stem = word[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLES - {"l"}:
        return stem[:-1]
    return stem + "e" if stem.endswith(_WANTS_E) else stem


def gerund_verb(word: str) -> str | None:
    """Like :func:`imperative`, for known gerunds only: safe in the middle of a title."""
    return _KNOWN.get(word)


_BASES = frozenset(_VERBS)
