-- The deadlines of a responsibility, without going through those of its document.
CREATE INDEX deadline_bodies_responsibility ON deadline_bodies (document_id, responsibility_id);
