-- How many documents carry out a work, however many those are, without reading what they say.
CREATE INDEX citations_carrying ON citations (work_id, relation, status, document_id) WHERE work_id IS NOT NULL;
