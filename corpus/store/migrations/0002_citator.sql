-- What corpus.citator needs to resolve mentions little by little, and to find again what it could not resolve.

ALTER TABLE works ADD COLUMN kind TEXT NOT NULL DEFAULT '';     -- what the number's code says: luat for a code law, too
ALTER TABLE works ADD COLUMN number_form TEXT;                  -- the key without marks, case and leading zeros
ALTER TABLE works ADD COLUMN name_form TEXT;                    -- the canonical name; of a statute with a number, its title
ALTER TABLE works ADD COLUMN title_form TEXT;                   -- the title in lower case without marks
ALTER TABLE works ADD COLUMN in_force_on TEXT;                  -- of a listed edition of a statute
ALTER TABLE works ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 0; -- 1: known from corpus/citator/data, cited or not
CREATE INDEX works_number ON works (number_form, scope) WHERE number_form IS NOT NULL;
CREATE INDEX works_serial ON works (kind, serial) WHERE serial IS NOT NULL;
CREATE INDEX works_name ON works (name_form) WHERE name_form IS NOT NULL;
CREATE INDEX works_title ON works (kind, title_form) WHERE title_form IS NOT NULL;

-- How documents.work_id was found: 'printed' where the letterhead says it all.
ALTER TABLE documents ADD COLUMN work_reason TEXT;

-- What is said of a work, and how often: by documents that are the work, and by mentions that are complete in themselves.
CREATE TABLE work_facts (
    work_id INTEGER NOT NULL REFERENCES works (id) ON DELETE CASCADE,
    fact TEXT NOT NULL CHECK (fact IN ('known', 'doc_type', 'key', 'name', 'issuer', 'issued_on', 'title')),
    value TEXT NOT NULL,                -- empty for 'known', which counts all
    held INTEGER NOT NULL,              -- in documents that are the work
    mentions INTEGER NOT NULL,
    PRIMARY KEY (work_id, fact, value)
) STRICT, WITHOUT ROWID;

-- Mentions that another document may still explain, by what would explain them. A document that does not say all of
-- its own identity waits like a mention; its citation_id is empty.
CREATE TABLE waiting (
    clue TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    citation_id TEXT NOT NULL,
    PRIMARY KEY (clue, document_id, citation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_document ON waiting (document_id);

-- Documents that the citator has not looked at since they were stored, and works that lost a document or a mention.
CREATE TABLE pending_documents (document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE) STRICT;
CREATE TABLE pending_works (work_id INTEGER PRIMARY KEY REFERENCES works (id) ON DELETE CASCADE) STRICT;

INSERT INTO pending_documents (document_id) SELECT id FROM documents;

CREATE TRIGGER documents_stored AFTER INSERT ON documents BEGIN
    INSERT OR IGNORE INTO pending_documents (document_id) VALUES (new.id);
END;
CREATE TRIGGER documents_replaced AFTER UPDATE OF stored_at ON documents BEGIN
    INSERT OR IGNORE INTO pending_works (work_id) SELECT old.work_id WHERE old.work_id IS NOT NULL;
    UPDATE work_facts SET held = held - 1 WHERE old.work_reason = 'printed' AND work_id = old.work_id
        AND value = CASE fact WHEN 'known' THEN '' WHEN 'doc_type' THEN old.doc_type WHEN 'key' THEN old.key
            WHEN 'issuer' THEN old.issuer WHEN 'issued_on' THEN old.issued_on WHEN 'title' THEN old.title END;
    UPDATE documents SET work_reason = NULL WHERE id = new.id;
    DELETE FROM waiting WHERE document_id = new.id;
    INSERT OR IGNORE INTO pending_documents (document_id) VALUES (new.id);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents WHEN old.work_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO pending_works (work_id) VALUES (old.work_id);
    UPDATE work_facts SET held = held - 1 WHERE old.work_reason = 'printed' AND work_id = old.work_id
        AND value = CASE fact WHEN 'known' THEN '' WHEN 'doc_type' THEN old.doc_type WHEN 'key' THEN old.key
            WHEN 'issuer' THEN old.issuer WHEN 'issued_on' THEN old.issued_on WHEN 'title' THEN old.title END;
END;
CREATE TRIGGER citations_removed AFTER DELETE ON citations WHEN old.work_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO pending_works (work_id) VALUES (old.work_id);
    UPDATE work_facts SET mentions = mentions - 1
        WHERE old.status_reason IN ('printed', 'same_document', 'own_name') AND work_id = old.work_id
        AND value = CASE fact WHEN 'known' THEN '' WHEN 'doc_type' THEN old.doc_type WHEN 'key' THEN old.key
            WHEN 'name' THEN old.name WHEN 'issuer' THEN old.issuer WHEN 'issued_on' THEN old.issued_on
            WHEN 'title' THEN old.title END;
END;
