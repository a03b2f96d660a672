-- Clues whose works changed while mentions waited for them: those are looked at again once, at the end of a run.
CREATE TABLE pending_clues (clue TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Pages of what is due, in their order, without reading the rows before them.
CREATE INDEX deadlines_due ON deadlines (last_day, document_id, id, bound, rrule)
    WHERE rrule IS NULL AND bound <> 'recurring' AND last_day IS NOT NULL;
CREATE INDEX deadlines_beginning ON deadlines (first_day, document_id, id, last_day, bound, rrule)
    WHERE rrule IS NULL AND bound <> 'recurring' AND last_day IS NULL AND first_day IS NOT NULL;
