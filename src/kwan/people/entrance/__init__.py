"""The way in without a password: pairing a phone, a member's card, and the six digits of each."""
