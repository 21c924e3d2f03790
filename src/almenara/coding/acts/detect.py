"""Acts of a document as drafts of events."""

from almenara.coding.acts import features
from almenara.coding.acts.model import Model
from almenara.coding.draft import ActMention, EventDraft
from almenara.language import Parsed

THRESHOLD = 0.08
REACH = 3  # sentences between two tellings of one event


def events(parsed: Parsed) -> list[EventDraft]:
    """The events of a document in order of their first telling; a document without sentences has none."""
    if not parsed.sentences:
        return []
    model = Model.shipped()
    chances = model.probabilities(features.rows(parsed))
    out = []
    for k, act in enumerate(model.acts):
        for told in _runs([int(s) for s in (chances[:, k] >= THRESHOLD).nonzero()[0]]):
            told.sort(key=lambda s: -chances[s, k])
            mentions = tuple(ActMention(act, s, None, float(chances[s, k]), "model:acts.1") for s in told)
            out.append(EventDraft(act, mentions, "occurred", False, mentions[0].score))
    return sorted(out, key=lambda e: min(e.sentences))


def _runs(sentences: list[int]) -> list[list[int]]:
    """Sentences that lie near each other, together."""
    out: list[list[int]] = []
    for s in sentences:
        if out and s - out[-1][-1] <= REACH:
            out[-1].append(s)
        else:
            out.append([s])
    return out
