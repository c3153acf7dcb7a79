"""What is about a person belongs to them: all of it on one page, and in files to take along."""
