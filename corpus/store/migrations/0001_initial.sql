-- The archive as a database that people open with other tools: names that can be read, values as in the records
-- (schemas/), dates as ISO 8601 text, times as UTC, lists as JSON arrays. A span is two offsets in Unicode code points
-- into records.text: substr(text, span_start + 1, span_end - span_start).

PRAGMA application_id = 1416776803; -- "TrLc"

-- One run of `trichluc index`. Bookkeeping: nothing else depends on it.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,                   -- null while it runs, and for ever where it was killed
    extractor_version TEXT NOT NULL,
    roots TEXT NOT NULL,                -- JSON array of the paths given
    files_found INTEGER NOT NULL DEFAULT 0,
    files_unchanged INTEGER NOT NULL DEFAULT 0,
    documents_stored INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was read from disk. A file that holds others (a .zip) has many locations, any other has one, or one failure.
CREATE TABLE files (
    path TEXT PRIMARY KEY,              -- absolute
    size INTEGER NOT NULL,              -- bytes
    modified_ns INTEGER NOT NULL,       -- nanoseconds since 1970, as the file system says
    is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)), -- 0: more of its members are still to come
    run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which work a document or a citation means: one row a work, whether the archive holds a copy or not.
-- Written by corpus.citator; see corpus/store/README.md.
CREATE TABLE works (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,      -- canonical, the same whatever the order of indexing
    doc_type TEXT,
    key TEXT,                           -- canonical number: 195-KH/TU
    serial INTEGER,
    symbol TEXT,
    name TEXT,                          -- of a work without a number: Trung ương 4 khóa XII
    scope TEXT,                         -- within which its number is unique
    year INTEGER,
    issuer TEXT,
    issued_on TEXT,
    title TEXT
) STRICT;
CREATE INDEX works_key ON works (key);

-- One content, however many files have it.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64), -- of the file's bytes: the identity that lasts
    doc_type TEXT,
    number TEXT,                        -- as printed, without inner spaces
    key TEXT,                           -- the number in canonical form
    title TEXT,
    issuer TEXT,
    parent_issuer TEXT,
    place TEXT,
    issued_on TEXT,
    urgency TEXT,
    secrecy TEXT,
    addressees TEXT NOT NULL,           -- JSON array
    signed_for TEXT,                    -- the organ, as printed: TM. BAN THƯỜNG VỤ
    signer_position TEXT,
    signer TEXT,
    inferred TEXT NOT NULL,             -- JSON array: what the header does not print
    work_id INTEGER REFERENCES works (id) ON DELETE SET NULL,
    media_type TEXT NOT NULL,
    characters INTEGER NOT NULL,        -- length of the text in code points
    pages INTEGER,                      -- with text on them; null for formats without pages
    loader TEXT,                        -- what made the text of the file
    loader_version TEXT,
    is_recognised INTEGER NOT NULL CHECK (is_recognised IN (0, 1)), -- 1: some of the text was read by OCR
    recognition_confidence REAL,        -- 0 to 1
    load_warnings TEXT NOT NULL,        -- JSON array of {"code", "detail", "page"}
    extractor_version TEXT NOT NULL,
    stored_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_issued_on ON documents (issued_on);
CREATE INDEX documents_doc_type ON documents (doc_type, issued_on);
CREATE INDEX documents_issuer ON documents (issuer, issued_on);
CREATE INDEX documents_work ON documents (work_id);

-- Where the content was found. A member of an archive has the archive's path in `file`.
CREATE TABLE locations (
    path TEXT PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    file TEXT NOT NULL REFERENCES files (path) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX locations_document ON locations (document_id);
CREATE INDEX locations_file ON locations (file);

-- What could not be read, and why.
CREATE TABLE failures (
    path TEXT PRIMARY KEY,
    file TEXT NOT NULL REFERENCES files (path) ON DELETE CASCADE,
    code TEXT NOT NULL,                 -- stable, for programs: empty, not_text, crashed
    reason TEXT NOT NULL,               -- in words
    facts TEXT NOT NULL,                -- JSON object: what the words are made of, to say it in another language
    failed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failures_file ON failures (file);

-- The whole record, and the text that every span counts in.
CREATE TABLE records (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    record TEXT NOT NULL                -- JSON, as published in schemas/json/directive.schema.json
) STRICT;

CREATE TABLE sections (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,                   -- unique in the document, as in the record
    position INTEGER NOT NULL,          -- 0, 1, 2 … in document order
    parent_id TEXT,
    level INTEGER NOT NULL,             -- 1 at the top
    marker TEXT,
    path TEXT NOT NULL,                 -- the markers from the top: II › 1 › a
    kind TEXT,
    heading TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;

-- Mentions of other documents, as they stand in the text; what they mean is in the last four columns.
CREATE TABLE citations (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,                 -- the evidence
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    section_id TEXT,
    section_path TEXT,
    relation TEXT NOT NULL,             -- of the citing document to the cited one
    doc_type TEXT,
    key TEXT,
    serial INTEGER,
    year INTEGER,                       -- only where the number prints it
    symbol TEXT,
    name TEXT,
    issuer TEXT,
    issued_on TEXT,
    title TEXT,
    provisions TEXT NOT NULL,           -- JSON array
    inferred TEXT NOT NULL,             -- JSON array
    confidence REAL,                    -- 0 to 1
    status TEXT CHECK (status IN ('resolved', 'ambiguous', 'unresolved', 'unparseable')), -- null: not looked at yet
    work_id INTEGER REFERENCES works (id) ON DELETE SET NULL,
    status_reason TEXT,
    candidates TEXT,                    -- JSON array of work ids, where status is ambiguous
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_work ON citations (work_id) WHERE work_id IS NOT NULL;
CREATE INDEX citations_key ON citations (key) WHERE key IS NOT NULL;
CREATE INDEX citations_open ON citations (status) WHERE status IS NULL OR status <> 'resolved';

CREATE TABLE deadlines (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,                 -- the evidence: trước ngày 31/3/2024
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    section_id TEXT,
    section_path TEXT,
    bound TEXT NOT NULL,                -- before, by, on, within, from, recurring
    starts_on TEXT,                     -- first day, inclusive
    ends_on TEXT,                       -- last day, inclusive; where bound is 'before', exclusive as printed
    first_day TEXT,                     -- of the days that it takes up: for a calendar or a range
    last_day TEXT,                      -- inclusive whatever the bound; null for 'from' and for no date
    time TEXT,
    granularity TEXT,
    rrule TEXT,                         -- RFC 5545
    task TEXT,
    task_start INTEGER,
    task_end INTEGER,
    inferred TEXT NOT NULL,             -- JSON array: {"year"} where the year is not printed
    confidence REAL,
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_last_day ON deadlines (last_day, first_day) WHERE last_day IS NOT NULL;
CREATE INDEX deadlines_first_day ON deadlines (first_day) WHERE first_day IS NOT NULL;
CREATE INDEX deadlines_recurring ON deadlines (rrule) WHERE rrule IS NOT NULL;

CREATE TABLE targets (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    section_id TEXT,
    section_path TEXT,
    comparator TEXT NOT NULL,
    value TEXT NOT NULL,                -- exact decimal: 80000, 2.5
    value_max TEXT,
    amount REAL NOT NULL,               -- the value as a number, to sort and compare by
    unit TEXT,
    change TEXT,
    subject TEXT,
    deadline_id TEXT,
    inferred TEXT NOT NULL,             -- JSON array
    confidence REAL,
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;

-- Every body that any document names as answerable.
CREATE TABLE bodies (
    name TEXT PRIMARY KEY,              -- canonical: Sở Tài chính tỉnh Đắk Lắk
    folded TEXT NOT NULL                -- in lower case without marks: so tai chinh tinh dak lak
) STRICT, WITHOUT ROWID;
CREATE INDEX bodies_folded ON bodies (folded);

CREATE TABLE responsibilities (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,                 -- the mention
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    section_id TEXT,
    section_path TEXT,
    body TEXT NOT NULL REFERENCES bodies (name),
    parent_body TEXT,
    role TEXT NOT NULL,
    inferred TEXT NOT NULL,             -- JSON array
    confidence REAL,
    PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX responsibilities_body ON responsibilities (body);

-- The work that a responsibility is for: one row a stretch of text.
CREATE TABLE tasks (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    responsibility_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (document_id, responsibility_id, position)
) STRICT, WITHOUT ROWID;

-- Which responsibilities a deadline binds.
CREATE TABLE deadline_bodies (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    deadline_id TEXT NOT NULL,
    responsibility_id TEXT NOT NULL,
    PRIMARY KEY (document_id, deadline_id, responsibility_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipients (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostics (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostics_code ON diagnostics (code);

-- Two contents of one work: a draft and the signed copy, a .doc and its .pdf.
CREATE TABLE duplicates (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('number', 'title')), -- what they share besides the issuer
    similarity REAL NOT NULL,           -- share of common word sequences, 0 to 1
    PRIMARY KEY (document_id, other_id, reason),
    CHECK (document_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicates_other ON duplicates (other_id);

-- Folded forms that documents are looked up by.
CREATE TABLE lookups (
    kind TEXT NOT NULL CHECK (kind IN ('number', 'number_issuer', 'title_issuer')),
    value TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, value, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lookups_document ON lookups (document_id);

-- Full text, rowid = documents.id. Each field in two forms, made by corpus.store.folding: as written (composed, tone
-- marks in the modern place), and folded (no marks, đ as d). Nothing is stored here but the index: a row is taken out by
-- giving the same forms again.
CREATE VIRTUAL TABLE search USING fts5 (
    title, issuer, place, body,
    title_folded, issuer_folded, place_folded, body_folded,
    content = '',
    prefix = '2 3', -- what is searched while it is typed
    tokenize = "unicode61 remove_diacritics 0"
);

-- The common questions.

-- Documents as a catalogue, each with one of its files.
CREATE VIEW catalogue AS
SELECT d.id, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on, d.place, d.signer,
    (SELECT min(l.path) FROM locations AS l WHERE l.document_id = d.id) AS path,
    d.sha256
FROM documents AS d;

-- Who cites what, with the work it was found to be.
CREATE VIEW citing AS
SELECT c.document_id, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on,
    c.id AS citation_id, c.relation, c.section_path, c.page, c.text, c.span_start, c.span_end,
    c.key AS cited_key, c.name AS cited_name, c.issued_on AS cited_issued_on, c.status, c.work_id,
    w.key AS work_key, w.name AS work_name, w.title AS work_title, c.confidence
FROM citations AS c
JOIN documents AS d ON d.id = c.document_id
LEFT JOIN works AS w ON w.id = c.work_id;

-- What is due, with the document that says so and the bodies it binds (JSON array).
CREATE VIEW calendar AS
SELECT t.document_id, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on,
    t.id AS deadline_id, t.first_day, t.last_day, t.bound, t.starts_on, t.ends_on, t.time, t.granularity, t.rrule, t.task,
    t.section_path, t.page, t.text, t.span_start, t.span_end, t.inferred, t.confidence,
    (SELECT json_group_array(DISTINCT r.body) FROM deadline_bodies AS b
     JOIN responsibilities AS r ON r.document_id = b.document_id AND r.id = b.responsibility_id
     WHERE b.document_id = t.document_id AND b.deadline_id = t.id) AS bodies
FROM deadlines AS t
JOIN documents AS d ON d.id = t.document_id;

-- What each body must do: one row a task, or one row where the text names no task of its own.
CREATE VIEW duties AS
SELECT r.body, r.parent_body, r.role, k.text AS task, r.document_id, coalesce(d.key, d.number) AS number, d.title,
    d.issuer, d.issued_on, r.id AS responsibility_id, r.section_path, r.page, r.text,
    coalesce(k.span_start, r.span_start) AS span_start, coalesce(k.span_end, r.span_end) AS span_end, r.confidence
FROM responsibilities AS r
JOIN documents AS d ON d.id = r.document_id
LEFT JOIN tasks AS k ON k.document_id = r.document_id AND k.responsibility_id = r.id;

-- What is to be reached, and by when.
CREATE VIEW goals AS
SELECT g.document_id, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on, g.id AS target_id,
    g.subject, g.comparator, g.value, g.value_max, g.amount, g.unit, g.change, t.last_day AS due_on,
    g.section_path, g.page, g.text, g.span_start, g.span_end, g.confidence
FROM targets AS g
JOIN documents AS d ON d.id = g.document_id
LEFT JOIN deadlines AS t ON t.document_id = g.document_id AND t.id = g.deadline_id;
