-- What readers say of records, kept beside the extraction and by the content: it outlasts the document's row.

-- The record with its reviews applied (JSON, like `record`); null where there are none. `record` is the extraction
-- and never changed by a review; every other table holds what is held to be true, the reviews applied.
ALTER TABLE records ADD COLUMN reviewed TEXT;

-- One thing said of one record. Rows are never changed but in the last three columns.
CREATE TABLE reviews (
    id TEXT PRIMARY KEY,                -- a UUID made of what is said: the same in every archive
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- of the document, which may not be in the archive
    layer TEXT NOT NULL CHECK (layer IN ('document', 'header', 'citations', 'deadlines', 'targets', 'responsibilities')),
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'corrected', 'rejected', 'added')),
    text TEXT,                          -- the evidence of the record that was reviewed; null for header and document
    span_start INTEGER,
    span_end INTEGER,
    note TEXT,
    reviewer TEXT,
    made_at TEXT NOT NULL,
    review TEXT NOT NULL,               -- the whole as JSON: corpus.reviews.Review
    withdrawn_at TEXT,                  -- null where it stands
    state TEXT CHECK (state IN ('applied', 'moved', 'orphaned', 'superseded', 'withdrawn')), -- null: document not here
    record_id TEXT                      -- of the record that it decides; of a rejected one, in the extraction
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_document ON reviews (sha256, layer, record_id);
CREATE INDEX reviews_orphaned ON reviews (made_at) WHERE state = 'orphaned';

CREATE TRIGGER documents_removed_reviews AFTER DELETE ON documents BEGIN
    UPDATE reviews SET state = NULL, record_id = NULL WHERE sha256 = old.sha256;
END;

-- Documents of which every layer was reviewed, and by whom.
CREATE VIEW reviewed_documents AS
SELECT d.id AS document_id, d.sha256, r.reviewer, r.made_at, r.note
FROM reviews AS r
JOIN documents AS d ON d.sha256 = r.sha256
WHERE r.layer = 'document' AND r.verdict = 'confirmed' AND r.state = 'applied';
