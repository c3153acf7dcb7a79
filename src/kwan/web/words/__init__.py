"""What a screen says: codes, entries, days and the matters of each room, in plain words of both languages."""
