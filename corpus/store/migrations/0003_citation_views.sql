-- The questions about works, for people who open the archive with other tools.

-- Works with how often they are cited.
CREATE VIEW cited_works AS
SELECT w.id AS work_id, w.identity, w.doc_type, w.key, w.name, w.title, w.issuer, w.issued_on, w.scope, w.year,
    count(c.document_id) AS mentions, count(DISTINCT c.document_id) AS documents,
    (SELECT min(d.id) FROM documents AS d WHERE d.work_id = w.id) AS held_id
FROM works AS w
LEFT JOIN citations AS c ON c.work_id = w.id
GROUP BY w.id;

-- Which document carries out which work, and the document that is that work where the archive holds it: what chains
-- are made of.
CREATE VIEW carrying AS
SELECT DISTINCT c.document_id, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on, c.relation,
    c.work_id, w.key AS work_key, coalesce(w.title, w.name) AS work_title, w.issued_on AS work_issued_on,
    h.id AS held_id
FROM citations AS c
JOIN documents AS d ON d.id = c.document_id
JOIN works AS w ON w.id = c.work_id
LEFT JOIN documents AS h ON h.work_id = w.id
WHERE c.relation IN ('thuc_hien', 'huong_dan', 'quy_dinh_chi_tiet', 'can_cu');

-- Works that documents give more than one date.
CREATE VIEW conflicting_dates AS
SELECT w.id AS work_id, w.identity, w.key, w.name, f.value AS issued_on, f.held, f.mentions
FROM work_facts AS f
JOIN works AS w ON w.id = f.work_id
WHERE f.fact = 'issued_on'
    AND f.held + f.mentions > 0
    AND EXISTS (SELECT 1 FROM work_facts AS o WHERE o.work_id = f.work_id AND o.fact = f.fact AND o.value <> f.value
        AND o.held + o.mentions > 0);
