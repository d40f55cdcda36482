"""Words into pictures: letters of every script, lines that break well, and the share card."""
