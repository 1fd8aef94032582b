package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"text/tabwriter"

	"github.com/plainline/plainline/channels/outbox"
)

// outboxCommand shows what is on its way.
type outboxCommand struct {
	dataFlag `embed:""`
	Again    []string `placeholder:"ID" help:"Send these dead letters again; all sends all of them."`
}

// Help implements kong.HelpProvider.
func (outboxCommand) Help() string {
	return `Messages that are sent to people (Telegram, SMS) are kept under -data until the provider has
taken them. This counts them, and lists those that were given up, with the reason and without
any address. It may be asked while the program serves.

  plainline outbox
  plainline outbox -again 12,13
  plainline outbox -again all`
}

// mostLetters is how many dead letters are listed.
const mostLetters = 50

// Run implements the command.
func (c outboxCommand) Run(ctx context.Context, h *host) error {
	file, err := c.outboxFile(h)
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); err != nil {
		return hint(fmt.Errorf("there is no outbox: %w", err), "name the folder that serve was given: -data DIR")
	}
	secret, err := c.secret(h)
	if err != nil {
		return err
	}
	box, err := openOutbox(h, file, secret, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	err = c.again(ctx, h, box)
	if err == nil {
		err = c.list(ctx, h, box)
	}
	return errors.Join(err, box.Close())
}

// again sends dead letters again.
func (c outboxCommand) again(ctx context.Context, h *host, box *outbox.Outbox) error {
	if len(c.Again) == 0 {
		return nil
	}
	var ids []int64
	for _, text := range c.Again {
		if text == "all" {
			ids = nil
			break
		}
		id, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return hint(fmt.Errorf("-again: %q is no number of a dead letter", text), "plainline outbox lists them")
		}
		ids = append(ids, id)
	}
	n, err := box.Revive(ctx, ids...)
	if err == nil {
		fmt.Fprintf(h.stdout, "%d dead letters wait to be sent again.\n\n", n)
	}
	return err
}

func (c outboxCommand) list(ctx context.Context, h *host, box *outbox.Outbox) error {
	counts, err := box.Counts(ctx)
	if err != nil {
		return err
	}
	if len(counts) == 0 {
		fmt.Fprintln(h.stdout, "Nothing is on its way, and nothing went out in the last days.")
		return nil
	}
	table := tabwriter.NewWriter(h.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "channel\tstate\tmessages\tarrived\tnever arrived\toldest")
	for _, n := range counts {
		fmt.Fprintf(table, "%s\t%v\t%d\t%d\t%d\t%s\n", n.Channel, n.State, n.Messages, n.Arrived, n.Undone, n.Oldest.UTC().Format("2006-01-02 15:04"))
	}
	letters, err := box.DeadLetters(ctx, mostLetters)
	if err != nil {
		return err
	}
	if len(letters) > 0 {
		fmt.Fprintln(table, "\ndead letter\tchannel\taccepted\ttries\treason")
	}
	for _, l := range letters {
		fmt.Fprintf(table, "%d\t%s\t%s\t%d\t%s\n", l.ID, l.Channel, l.Accepted.UTC().Format("2006-01-02 15:04"), l.Tries, l.Fault)
	}
	return table.Flush()
}
