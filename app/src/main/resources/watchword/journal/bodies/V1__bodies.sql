-- Words and photos, each under a key of its own that is not in this file. No rowid: it would tell the order of arrival.
CREATE TABLE body (
  id BLOB PRIMARY KEY CHECK (length(id) = 32),
  sealed BLOB NOT NULL
) WITHOUT ROWID;
