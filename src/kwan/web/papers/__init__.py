"""Papers that are made here as PDF."""
