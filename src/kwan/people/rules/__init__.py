"""Judgement about people on plain values: spans of time, references, names that are alike, legal forms."""
