"""Lessons: the workshop, the claims, their evidence, and the report."""
