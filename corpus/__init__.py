"""Many documents: files, the archive, samples, evaluation and the command line over the extractor."""
