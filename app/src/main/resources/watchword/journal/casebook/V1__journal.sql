-- One row: random bytes that the first entry's hash covers, so that no two journals share a chain.
CREATE TABLE journal (mark BLOB NOT NULL CHECK (length(mark) = 32));

-- One row for each key: its number, its UTC day, and the first entry sealed under it.
CREATE TABLE epoch (
  number INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  first INTEGER NOT NULL
);

-- What happened, sealed: type, time and author are inside.
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL REFERENCES epoch (number),
  sealed BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
);

-- Where a reader may begin: the checkpoint of a cut, or a newcomer's snapshot.
CREATE TABLE base (
  name TEXT PRIMARY KEY,
  through INTEGER NOT NULL,
  head BLOB NOT NULL CHECK (length(head) = 32),
  sealed BLOB NOT NULL
);

-- A named secret, sealed to one holder, whose tag only the holder's public key gives.
CREATE TABLE share (
  name TEXT NOT NULL,
  holder BLOB NOT NULL CHECK (length(holder) = 16),
  sealed BLOB NOT NULL,
  PRIMARY KEY (name, holder)
);
