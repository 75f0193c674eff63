"""Other projects on the same work, measured in one run on one machine; needs the extra `bench`.

`python -m eval.bench grounding` sets our search for quotes beside langextract's aligner; `python -m eval.bench speed`
sets the rule reader beside a plain named-entity pass of underthesea.
"""
