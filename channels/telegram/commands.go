package telegram

import (
	"context"
	"unicode/utf8"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"github.com/plainline/plainline/channels/outbox"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// commands are what Telegram shows behind the button for commands, each with the phrase that describes it. Start is no
// command of a talk: it opens one.
var commands = [...]struct {
	name   string
	does   dialog.Command
	phrase knowledge.PhraseKey
}{
	{"start", dialog.NoCommand, knowledge.PhraseStartAgain},
	{"home", dialog.Home, knowledge.PhraseStart},
	{"help", dialog.Help, knowledge.PhraseHelp},
	{"language", dialog.Languages, knowledge.PhraseLanguage},
	{"person", dialog.ToPerson, knowledge.PhrasePerson},
	{"stop", dialog.Stop, knowledge.PhraseErase},
}

func commandNamed(name string) (c dialog.Command, ok bool) {
	for i := range commands {
		if commands[i].name == name {
			return commands[i].does, true
		}
	}
	return dialog.NoCommand, false
}

// tellCommands tells Telegram the commands in every language of the base. Telegram knows languages by two letters; the
// first language is also that of everybody else.
func (t *Telegram) tellCommands(ctx context.Context) {
	b := t.desk.Edition().Base
	for i, tag := range b.Languages {
		list := describe(b.Lang[tag])
		if i == 0 {
			t.tell(ctx, list, "")
		}
		if utf8.RuneCountInString(string(tag)) == 2 {
			t.tell(ctx, list, string(tag))
		}
	}
}

// tell tells the commands in one language. It tries a few times and no more: the commands work without being shown.
func (t *Telegram) tell(ctx context.Context, list []models.BotCommand, lang string) {
	const tries = 4
	for n := range tries {
		err := t.api.do(ctx, "setMyCommands", quickly, func(ctx context.Context, b *bot.Bot) error {
			_, err := b.SetMyCommands(ctx, &bot.SetMyCommandsParams{Commands: list, LanguageCode: lang})
			return err
		})
		if err == nil || ctx.Err() != nil {
			return
		}
		after, again := outbox.Retry(err)
		if n == tries-1 || !again {
			t.options.Log.Warn("telegram does not show the commands", "lang", lang, "err", err)
			return
		}
		if !pause(ctx, max(after, backoff(n))) {
			return
		}
	}
}

func describe(l *knowledge.Language) []models.BotCommand {
	list := make([]models.BotCommand, 0, len(commands))
	for _, c := range commands {
		list = append(list, models.BotCommand{Command: c.name, Description: l.Phrase(c.phrase).One.Plain})
	}
	return list
}
