"""Fitting the weights of confidence to annotated documents: ``python -m corpus.calibrate`` (see ``__main__``)."""
