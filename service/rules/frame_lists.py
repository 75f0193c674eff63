"""Frames of lists: others who go the way just told, and further posts with those who take them."""

from __future__ import annotations

from service.rules.drafts import Draft
from service.rules.frame_persons import PersonFrames
from service.rules.holders import Holder
from service.rules.move_words import Kind
from service.rules.moves import Mark
from service.rules.posts import PostMention


class ListFrames(PersonFrames):
    """Tells where a sentence goes on to list persons."""

    def _lists_on(self) -> bool:
        """Whether others behind a semicolon go the way just told: "miễn nhiệm POST với ông A, POST; ông B, POST"."""
        draft, ahead = self.draft, self.items[self.at + 1 : self.at + 1 + _ITEM]
        if draft is None or not (draft.told or draft.removed) or not (draft.taken or draft.left):
            return False
        if not self.filled or not ahead or not isinstance(ahead[0], Holder) or ahead[0].before:
            return False
        for k, item in enumerate(ahead):
            if item == ";":
                break
            if isinstance(item, Mark) and item.kind in _VERBS:
                why = item.kind is Kind.TAKE and not isinstance(next(iter(ahead[k + 1 : k + 2]), None), PostMention)
                if not why:
                    return False
        return True

    def _heads_a_list(self, draft: Draft, post: PostMention) -> bool:
        """Whether others are listed for a further post: "A đắc cử bí thư, các phó bí thư gồm ông B, ông C"."""
        counted = self.tokens.at(post.i - 1) in ("các", "hai", "ba", "bốn", "2", "3", "4")
        ahead = self.items[self.at + 1 : self.at + 3]
        is_mark = len(ahead) == 2 and isinstance(ahead[0], Mark) and ahead[0].kind is Kind.IS
        listed = is_mark or (len(ahead) == 2 and ahead[0] == ":")
        return bool(draft.told and draft.taken) and counted and listed and isinstance(ahead[1], Holder)


_ITEM = 16
"""Items in which a person of a list is told with his posts."""
_VERBS = (Kind.MOVE, Kind.TAKE, Kind.LEAVE, Kind.REMOVE, Kind.PASSIVE, Kind.REPLACE, Kind.SPEAK, Kind.NOMINATE)
"""Marks by which a person behind a semicolon does or suffers something of his own."""
