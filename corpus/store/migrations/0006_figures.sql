-- Figures that a page shows at once. Triggers keep them in the very transaction that changes what they count, so that they
-- are right whoever writes; a count that falls to nothing leaves no row. An empty text stands for null.

-- Documents by everything that a catalogue is narrowed by.
CREATE TABLE catalogue_counts (
    doc_type TEXT NOT NULL,
    issuer TEXT NOT NULL,
    place TEXT NOT NULL,
    year TEXT NOT NULL,                 -- of issue
    documents INTEGER NOT NULL,
    characters INTEGER NOT NULL,        -- of their texts
    PRIMARY KEY (doc_type, issuer, place, year)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER catalogue_counts_emptied AFTER UPDATE ON catalogue_counts WHEN new.documents = 0 BEGIN
    DELETE FROM catalogue_counts
    WHERE doc_type = new.doc_type AND issuer = new.issuer AND place = new.place AND year = new.year;
END;
CREATE TRIGGER documents_counted AFTER INSERT ON documents BEGIN
    INSERT INTO catalogue_counts (doc_type, issuer, place, year, documents, characters)
    VALUES (coalesce(new.doc_type, ''), coalesce(new.issuer, ''), coalesce(new.place, ''),
        coalesce(substr(new.issued_on, 1, 4), ''), 1, new.characters)
    ON CONFLICT DO UPDATE SET documents = documents + 1, characters = characters + excluded.characters;
END;
CREATE TRIGGER documents_counted_off AFTER DELETE ON documents BEGIN
    UPDATE catalogue_counts SET documents = documents - 1, characters = characters - old.characters
    WHERE doc_type = coalesce(old.doc_type, '') AND issuer = coalesce(old.issuer, '')
        AND place = coalesce(old.place, '') AND year = coalesce(substr(old.issued_on, 1, 4), '');
END;
CREATE TRIGGER documents_counted_anew AFTER UPDATE OF doc_type, issuer, place, issued_on, characters ON documents BEGIN
    UPDATE catalogue_counts SET documents = documents - 1, characters = characters - old.characters
    WHERE doc_type = coalesce(old.doc_type, '') AND issuer = coalesce(old.issuer, '')
        AND place = coalesce(old.place, '') AND year = coalesce(substr(old.issued_on, 1, 4), '');
    INSERT INTO catalogue_counts (doc_type, issuer, place, year, documents, characters)
    VALUES (coalesce(new.doc_type, ''), coalesce(new.issuer, ''), coalesce(new.place, ''),
        coalesce(substr(new.issued_on, 1, 4), ''), 1, new.characters)
    ON CONFLICT DO UPDATE SET documents = documents + 1, characters = characters + excluded.characters;
END;

-- How often each work is cited.
CREATE TABLE work_counts (
    work_id INTEGER PRIMARY KEY REFERENCES works (id) ON DELETE CASCADE,
    mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL          -- that cite it
) STRICT;
CREATE INDEX work_counts_most ON work_counts (documents DESC, mentions DESC);

CREATE TRIGGER work_counts_emptied AFTER UPDATE ON work_counts WHEN new.mentions = 0 BEGIN
    DELETE FROM work_counts WHERE work_id = new.work_id;
END;
CREATE TRIGGER citations_counted AFTER INSERT ON citations WHEN new.work_id IS NOT NULL BEGIN
    INSERT INTO work_counts (work_id, mentions, documents)
    VALUES (new.work_id, 1, NOT EXISTS (SELECT 1 FROM citations
        WHERE work_id = new.work_id AND document_id = new.document_id AND id <> new.id))
    ON CONFLICT DO UPDATE SET mentions = mentions + 1, documents = documents + excluded.documents;
END;
CREATE TRIGGER citations_counted_off AFTER DELETE ON citations WHEN old.work_id IS NOT NULL BEGIN
    UPDATE work_counts SET mentions = mentions - 1, documents = documents - NOT EXISTS (SELECT 1 FROM citations
        WHERE work_id = old.work_id AND document_id = old.document_id)
    WHERE work_id = old.work_id;
END;
CREATE TRIGGER citations_counted_anew AFTER UPDATE OF work_id ON citations WHEN old.work_id IS NOT new.work_id BEGIN
    UPDATE work_counts SET mentions = mentions - 1, documents = documents - NOT EXISTS (SELECT 1 FROM citations
        WHERE work_id = old.work_id AND document_id = old.document_id)
    WHERE work_id = old.work_id;
    INSERT INTO work_counts (work_id, mentions, documents)
    SELECT new.work_id, 1, NOT EXISTS (SELECT 1 FROM citations
        WHERE work_id = new.work_id AND document_id = new.document_id AND id <> new.id)
    WHERE new.work_id IS NOT NULL
    ON CONFLICT DO UPDATE SET mentions = mentions + 1, documents = documents + excluded.documents;
END;

-- How often each body is made answerable.
CREATE TABLE body_counts (
    body TEXT PRIMARY KEY REFERENCES bodies (name) ON DELETE CASCADE,
    duties INTEGER NOT NULL,            -- places that make it answerable
    documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER body_counts_emptied AFTER UPDATE ON body_counts WHEN new.duties = 0 BEGIN
    DELETE FROM body_counts WHERE body = new.body;
END;
CREATE TRIGGER responsibilities_counted AFTER INSERT ON responsibilities BEGIN
    INSERT INTO body_counts (body, duties, documents)
    VALUES (new.body, 1, NOT EXISTS (SELECT 1 FROM responsibilities
        WHERE body = new.body AND document_id = new.document_id AND id <> new.id))
    ON CONFLICT DO UPDATE SET duties = duties + 1, documents = documents + excluded.documents;
END;
CREATE TRIGGER responsibilities_counted_off AFTER DELETE ON responsibilities BEGIN
    UPDATE body_counts SET duties = duties - 1, documents = documents - NOT EXISTS (SELECT 1 FROM responsibilities
        WHERE body = old.body AND document_id = old.document_id)
    WHERE body = old.body;
END;
CREATE TRIGGER responsibilities_counted_anew AFTER UPDATE OF body ON responsibilities WHEN old.body <> new.body BEGIN
    UPDATE body_counts SET duties = duties - 1, documents = documents - NOT EXISTS (SELECT 1 FROM responsibilities
        WHERE body = old.body AND document_id = old.document_id)
    WHERE body = old.body;
    INSERT INTO body_counts (body, duties, documents)
    VALUES (new.body, 1, NOT EXISTS (SELECT 1 FROM responsibilities
        WHERE body = new.body AND document_id = new.document_id AND id <> new.id))
    ON CONFLICT DO UPDATE SET duties = duties + 1, documents = documents + excluded.documents;
END;

-- Recurring deadlines by their rule and by the days between which they run: on each day that a rule is due, those count
-- that have begun and not ended.
CREATE TABLE recurrence_counts (
    rrule TEXT NOT NULL,
    begins TEXT NOT NULL,               -- where the text does not say: the day of issue; empty: always
    ends TEXT NOT NULL,                 -- 9999: never
    deadlines INTEGER NOT NULL,
    PRIMARY KEY (rrule, begins, ends)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER recurrence_counts_emptied AFTER UPDATE ON recurrence_counts WHEN new.deadlines = 0 BEGIN
    DELETE FROM recurrence_counts WHERE rrule = new.rrule AND begins = new.begins AND ends = new.ends;
END;
CREATE TRIGGER recurrences_counted AFTER INSERT ON deadlines WHEN new.rrule IS NOT NULL BEGIN
    INSERT INTO recurrence_counts (rrule, begins, ends, deadlines)
    SELECT new.rrule, coalesce(new.starts_on, issued_on, ''), coalesce(new.ends_on, '9999'), 1
    FROM documents WHERE id = new.document_id
    ON CONFLICT DO UPDATE SET deadlines = deadlines + 1;
END;
CREATE TRIGGER recurrences_counted_off AFTER DELETE ON deadlines WHEN old.rrule IS NOT NULL BEGIN
    UPDATE recurrence_counts SET deadlines = deadlines - 1
    WHERE rrule = old.rrule AND ends = coalesce(old.ends_on, '9999')
        AND begins = coalesce(old.starts_on, (SELECT issued_on FROM documents WHERE id = old.document_id), '');
END;
CREATE TRIGGER recurrences_counted_anew AFTER UPDATE OF rrule, starts_on, ends_on ON deadlines BEGIN
    UPDATE recurrence_counts SET deadlines = deadlines - 1
    WHERE rrule = old.rrule AND ends = coalesce(old.ends_on, '9999')
        AND begins = coalesce(old.starts_on, (SELECT issued_on FROM documents WHERE id = old.document_id), '');
    INSERT INTO recurrence_counts (rrule, begins, ends, deadlines)
    SELECT new.rrule, coalesce(new.starts_on, issued_on, ''), coalesce(new.ends_on, '9999'), 1
    FROM documents WHERE id = new.document_id AND new.rrule IS NOT NULL
    ON CONFLICT DO UPDATE SET deadlines = deadlines + 1;
END;
-- Those that begin with their document move with its date, and go before it goes.
CREATE TRIGGER recurrences_moved AFTER UPDATE OF issued_on ON documents WHEN old.issued_on IS NOT new.issued_on BEGIN
    UPDATE recurrence_counts SET deadlines = deadlines - (SELECT count(*) FROM deadlines AS t
        WHERE t.document_id = new.id AND t.starts_on IS NULL AND t.rrule = recurrence_counts.rrule
            AND coalesce(t.ends_on, '9999') = recurrence_counts.ends)
    WHERE begins = coalesce(old.issued_on, '')
        AND rrule IN (SELECT rrule FROM deadlines WHERE document_id = new.id AND starts_on IS NULL);
    INSERT INTO recurrence_counts (rrule, begins, ends, deadlines)
    SELECT rrule, coalesce(new.issued_on, ''), coalesce(ends_on, '9999'), count(*)
    FROM deadlines WHERE document_id = new.id AND starts_on IS NULL AND rrule IS NOT NULL GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET deadlines = deadlines + excluded.deadlines;
END;
CREATE TRIGGER recurrences_leaving BEFORE DELETE ON documents BEGIN
    DELETE FROM deadlines WHERE document_id = old.id;
END;

-- Records by layer, mentions by what was found out about them, targets by unit.
CREATE TABLE record_counts (
    layer TEXT NOT NULL,                -- sections, citations, deadlines, targets, diagnostics; of bodies see body_counts
    value TEXT NOT NULL,                -- of citations their status, of targets their unit; else empty
    records INTEGER NOT NULL,
    PRIMARY KEY (layer, value)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER record_counts_emptied AFTER UPDATE ON record_counts WHEN new.records = 0 BEGIN
    DELETE FROM record_counts WHERE layer = new.layer AND value = new.value;
END;
CREATE TRIGGER citations_added AFTER INSERT ON citations BEGIN
    INSERT INTO record_counts (layer, value, records) VALUES ('citations', coalesce(new.status, ''), 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER citations_gone AFTER DELETE ON citations BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'citations' AND value = coalesce(old.status, '');
END;
CREATE TRIGGER citations_looked_at AFTER UPDATE OF status ON citations WHEN old.status IS NOT new.status BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'citations' AND value = coalesce(old.status, '');
    INSERT INTO record_counts (layer, value, records) VALUES ('citations', coalesce(new.status, ''), 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER deadlines_added AFTER INSERT ON deadlines BEGIN
    INSERT INTO record_counts (layer, value, records) VALUES ('deadlines', '', 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER deadlines_gone AFTER DELETE ON deadlines BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'deadlines' AND value = '';
END;
CREATE TRIGGER sections_added AFTER INSERT ON sections BEGIN
    INSERT INTO record_counts (layer, value, records) VALUES ('sections', '', 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER sections_gone AFTER DELETE ON sections BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'sections' AND value = '';
END;
CREATE TRIGGER diagnostics_added AFTER INSERT ON diagnostics BEGIN
    INSERT INTO record_counts (layer, value, records) VALUES ('diagnostics', '', 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER diagnostics_gone AFTER DELETE ON diagnostics BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'diagnostics' AND value = '';
END;
CREATE TRIGGER targets_added AFTER INSERT ON targets BEGIN
    INSERT INTO record_counts (layer, value, records) VALUES ('targets', coalesce(new.unit, ''), 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER targets_gone AFTER DELETE ON targets BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'targets' AND value = coalesce(old.unit, '');
END;
CREATE TRIGGER targets_measured_anew AFTER UPDATE OF unit ON targets WHEN old.unit IS NOT new.unit BEGIN
    UPDATE record_counts SET records = records - 1 WHERE layer = 'targets' AND value = coalesce(old.unit, '');
    INSERT INTO record_counts (layer, value, records) VALUES ('targets', coalesce(new.unit, ''), 1)
    ON CONFLICT DO UPDATE SET records = records + 1;
END;

-- Targets in the form that words are looked for in: their subject and evidence in lower case without marks.
CREATE TABLE target_words (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;

-- Pages in the orders that people sort by.
CREATE INDEX deadlines_undated ON deadlines (document_id, id)
    WHERE rrule IS NULL AND first_day IS NULL AND last_day IS NULL;
CREATE INDEX targets_value ON targets (coalesce(unit, ''), amount, document_id, id);

-- What the archive holds already.
INSERT INTO catalogue_counts (doc_type, issuer, place, year, documents, characters)
SELECT coalesce(doc_type, ''), coalesce(issuer, ''), coalesce(place, ''), coalesce(substr(issued_on, 1, 4), ''),
    count(*), sum(characters)
FROM documents GROUP BY 1, 2, 3, 4;
INSERT INTO work_counts (work_id, mentions, documents)
SELECT work_id, count(*), count(DISTINCT document_id) FROM citations WHERE work_id IS NOT NULL GROUP BY work_id;
INSERT INTO body_counts (body, duties, documents)
SELECT body, count(*), count(DISTINCT document_id) FROM responsibilities GROUP BY body;
INSERT INTO recurrence_counts (rrule, begins, ends, deadlines)
SELECT t.rrule, coalesce(t.starts_on, d.issued_on, ''), coalesce(t.ends_on, '9999'), count(*)
FROM deadlines AS t JOIN documents AS d ON d.id = t.document_id WHERE t.rrule IS NOT NULL GROUP BY 1, 2, 3;
INSERT INTO record_counts (layer, value, records)
SELECT 'citations', coalesce(status, ''), count(*) FROM citations GROUP BY 2
UNION ALL SELECT 'deadlines', '', count(*) FROM deadlines HAVING count(*) > 0
UNION ALL SELECT 'sections', '', count(*) FROM sections HAVING count(*) > 0
UNION ALL SELECT 'diagnostics', '', count(*) FROM diagnostics HAVING count(*) > 0
UNION ALL SELECT 'targets', coalesce(unit, ''), count(*) FROM targets GROUP BY 2;
INSERT INTO target_words (document_id, id, folded)
SELECT document_id, id, lookup_form(coalesce(subject, '') || ' ' || text) FROM targets;
