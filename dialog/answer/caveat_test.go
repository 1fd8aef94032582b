package answer_test

import (
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
)

// An amount is never told without what holds it back, in a table neither.
func TestACaveatStandsBesideItsAmount(t *testing.T) {
	t.Parallel()
	all := []dialog.Given{given("who", answer.Skipped), given("area", answer.Skipped), given("tier", answer.Skipped)}
	table := aspect(t, load(t), "2026-11-01", "passport", answer.Fee, all...)
	says(t, table, []string{"20.00 AZN", "for a child: This amount is old."})
}
