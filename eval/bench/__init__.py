"""This project measured: other projects on the same work, and the model reader at a simulated provider.

`python -m eval.bench` lists the benches. `grounding` sets our search for quotes beside langextract's aligner, `speed`
the rule reader beside a plain named-entity pass of underthesea, `tokens` our prompts beside langextract's (extra
`bench`). `sown` tells what becomes of a model's errors, `faults-seen` what callers see of a provider's, `overhead` what
time and memory we add to the model's.
"""
