"""Who does the work: one function over many documents, in this process or in several, with the same result."""
