"""How well the reading is done: gold sets, the scorer, comparison of runs, calibration, reports.

`eval` imports `service` and `schemas`; neither imports `eval`. Start with `eval/README.md`.
"""
