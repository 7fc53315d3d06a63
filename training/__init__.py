"""Makes the encoder again from labelled text; nothing here is in the package that is installed."""
