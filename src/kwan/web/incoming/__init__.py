"""What people send: workbooks that wait, what is asked about their rows, photos drawn anew."""
