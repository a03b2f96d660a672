-- Documents of a place, without reading all of them.
CREATE INDEX IF NOT EXISTS documents_place ON documents (place);
