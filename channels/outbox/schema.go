package outbox

import (
	"database/sql"
	"fmt"
)

// State is what a message is. The numbers stand in the file.
type State uint8

// The states of a message. Everything from Sent on is final.
const (
	Queued  State = iota
	Sending       // handed to the provider; where the program ends now, it is sent again
	Sent          // the provider's receipt is kept
	Dead          // given up: an operator may send it again
	Gone          // the person does not want to be written to, or is no more
)

var stateNames = [...]string{Queued: "queued", Sending: "sending", Sent: "sent", Dead: "dead", Gone: "gone"}

// String names the state.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("state %d", uint8(s))
}

// A commit is on the disk before it returns (synchronous FULL). Readers do not wait for the writer and the writer not for
// them (WAL). What is erased is overwritten where that costs no further writing.
var pragmas = []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(FAST)"}

// version is the form of the file that this program writes.
const version = 1

// Times are in milliseconds since 1970. Sealed is empty once the message is sent, or given up for long.
const schema = `
CREATE TABLE IF NOT EXISTS message (
	id       INTEGER PRIMARY KEY,
	channel  TEXT    NOT NULL,
	person   TEXT    NOT NULL,
	key      TEXT    NOT NULL,
	state    INTEGER NOT NULL DEFAULT 0,
	sealed   BLOB,
	accepted INTEGER NOT NULL,
	due      INTEGER NOT NULL,
	until    INTEGER NOT NULL,
	ended    INTEGER NOT NULL DEFAULT 0,
	tries    INTEGER NOT NULL DEFAULT 0,
	receipt  TEXT    NOT NULL DEFAULT '',
	fault    TEXT    NOT NULL DEFAULT '',
	UNIQUE (person, key)
) STRICT;
CREATE INDEX IF NOT EXISTS message_due ON message (channel, due, id) WHERE state = 0;
CREATE INDEX IF NOT EXISTS message_line ON message (channel, person, id) WHERE state < 2;
CREATE INDEX IF NOT EXISTS message_ended ON message (ended) WHERE state >= 2;
CREATE INDEX IF NOT EXISTS message_receipt ON message (channel, receipt) WHERE receipt <> '';
CREATE TABLE IF NOT EXISTS report (
	channel TEXT    NOT NULL,
	receipt TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	final   INTEGER NOT NULL,
	good    INTEGER NOT NULL,
	reason  TEXT    NOT NULL,
	PRIMARY KEY (channel, receipt)
) STRICT, WITHOUT ROWID;
`

// prepare makes the tables where there are none.
func prepare(db *sql.DB) error {
	var found int
	if err := db.QueryRow("PRAGMA user_version").Scan(&found); err != nil {
		return err
	}
	if found > version {
		return fmt.Errorf("the file has form %d; this program knows forms up to %d", found, version)
	}
	if found == version {
		return nil
	}
	_, err := db.Exec("BEGIN IMMEDIATE;" + schema + fmt.Sprintf("PRAGMA user_version = %d; COMMIT", version))
	return err
}
