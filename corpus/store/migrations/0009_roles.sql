-- How often each body has which part in the work, kept like the figures of 0006_figures.sql.
CREATE TABLE role_counts (
    body TEXT NOT NULL,
    role TEXT NOT NULL,
    duties INTEGER NOT NULL,
    PRIMARY KEY (body, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER role_counts_emptied AFTER UPDATE ON role_counts WHEN new.duties = 0 BEGIN
    DELETE FROM role_counts WHERE body = new.body AND role = new.role;
END;
CREATE TRIGGER roles_counted AFTER INSERT ON responsibilities BEGIN
    INSERT INTO role_counts (body, role, duties) VALUES (new.body, new.role, 1)
    ON CONFLICT DO UPDATE SET duties = duties + 1;
END;
CREATE TRIGGER roles_counted_off AFTER DELETE ON responsibilities BEGIN
    UPDATE role_counts SET duties = duties - 1 WHERE body = old.body AND role = old.role;
END;
CREATE TRIGGER roles_counted_anew AFTER UPDATE OF body, role ON responsibilities BEGIN
    UPDATE role_counts SET duties = duties - 1 WHERE body = old.body AND role = old.role;
    INSERT INTO role_counts (body, role, duties) VALUES (new.body, new.role, 1)
    ON CONFLICT DO UPDATE SET duties = duties + 1;
END;

INSERT INTO role_counts (body, role, duties) SELECT body, role, count(*) FROM responsibilities GROUP BY body, role;
