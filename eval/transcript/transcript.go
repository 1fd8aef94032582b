// Package transcript holds conversations as text files that stay true: it parses them, plays them on the channels'
// simulators, compares what comes out with what stands there, and rewrites them.
//
// A story is one file: a paragraph of prose, then one section for each channel and language.
//
//	A resident asks for the price of an identity card.
//	~ on 2026-11-21 12:00
//
//	-- ussd en 160 --
//	> id card fee
//	< Usual price: 5 manat.
//	~ read on
//	<+ The rest of it.
//
// The first characters of a line say what it is:
//
//	>    what the person types or keys in
//	<    what the assistant answers; further lines of the same screen begin so too
//	<+   the first line of a further page
//	=    why: outcome, place and code; kept true where it stands
//	#    a note
//	~    something happens:
//	       ~ on 2026-11-21 12:00     the clock is set, in the base's time zone
//	       ~ 31 minutes              time passes (seconds, minutes, hours, days)
//	       ~ dial                    the person calls; as the first line, the notice of first contact is shown
//	       ~ hang up                 the person leaves without a word
//	       ~ silence                 the person presses nothing until the call asks again
//	       ~ again                   the gateway delivers the last request once more
//	       ~ read on                 the person asks for more until there is none
//	       ~ replace PATH "a" -> "b" a file of the base is edited; before the first section, from the start
//	       ~ reload                  the base is loaded again, with the edits and the sections "-- file PATH --"
//	       ~ end                     written by the player: the assistant ended the talk
//
// Where a section does not begin with "~ dial", the person has dialled and chosen the section's language before it begins.
// The session is stored and read again between any two turns, and the clock stands still unless the file moves it.
//
// Most callers want Run, which plays files of a base and tells of every difference.
package transcript

// Mark says what a line is: its first characters.
type Mark string

// The marks.
const (
	Blank    Mark = ""
	Person   Mark = ">"
	Answer   Mark = "<"
	NextPage Mark = "<+"
	Happens  Mark = "~"
	Why      Mark = "="
	Note     Mark = "#"
)

// Line is one line of a section.
type Line struct {
	No   int // in the file, from 1; 0 for a line that the player made
	Mark Mark
	Text string
}

// Talk is one section: a conversation on one channel in one language.
type Talk struct {
	No      int // of the section's heading
	Heading string
	Channel string
	Lang    string
	Profile string // how much fits on a screen, as 160; empty for the channel's default
	Lines   []Line
}

// Overlay is a section that holds a file of the base, for "~ reload".
type Overlay struct {
	Path string
	Data []byte
}

// File is a story.
type File struct {
	Head  []Line // prose has the mark Blank
	Parts []Part
}

// Part is one section of a story: a talk or a file, in the order in which they stand.
type Part struct {
	Talk    *Talk
	Overlay *Overlay
}
