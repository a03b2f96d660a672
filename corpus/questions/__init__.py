"""Questions that people ask of an archive, beyond search: what is due, what is to be reached, who must do what."""
