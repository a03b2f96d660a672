"""Many documents: files, samples, evaluation and the command line over the extractor."""
