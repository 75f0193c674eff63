"""The rule reader: finders, clauses and frames put together; no key, no network, no model."""

from __future__ import annotations

from service.prepare import Prepared
from service.reading import Exclusion, Reading
from service.rules.doc import doc_of
from service.rules.documents import find_documents
from service.rules.events import read_events
from service.rules.provisions import find_provisions
from service.rules.ratios import find_ratios
from service.rules.ruled_counts import without_ruled
from service.rules.spelling import spell_as_written
from service.rules.summaries import find_summaries
from service.rules.twins import rounded


class RuleReader:
    """Reads an article by grammar alone; the same text always gives the same reading."""

    name = "rules"

    def read(self, prepared: Prepared) -> Reading:
        """Every fact the grammar finds, in the order of the text within each kind."""
        doc = doc_of(prepared)
        provisions = find_provisions(doc)
        reading = Reading(
            summaries=without_ruled(find_summaries(doc), provisions),
            events=read_events(doc),
            ratios=find_ratios(doc),
            provisions=provisions,
            documents=find_documents(doc),
        )
        reading.excluded = [Exclusion(span.start, span.end, "rounded") for span in rounded(doc)]
        spell_as_written(doc.folded, reading)
        return reading
