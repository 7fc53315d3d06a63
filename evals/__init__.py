"""How good and how quick Tollbook is on labelled reports; uses the command line only, as a user would."""
