"""The report: one HTML page with plots and every error in its sentence, which opens from disk without network."""

from .page import render

__all__ = ["render"]
