"""Wellbeing: rounds of answers before, during and after, and what may be said of them."""
