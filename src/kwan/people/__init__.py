"""People: the group, its members, their offices, what they agreed to."""
