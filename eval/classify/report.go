package classify

import (
	"fmt"
	"strings"
	"time"
)

// String gives the report as text.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d labels, learned from %d questions, tested with %d", r.Labels, r.Train, r.Test)
	if r.OOS > 0 {
		fmt.Fprintf(&b, " and %d out of scope", r.OOS)
	}
	if r.Lang != "" {
		fmt.Fprintf(&b, ", %s", r.Lang)
	}
	b.WriteString("\n\n")
	fmt.Fprintf(&b, "%-6s  %-22s  %-22s  %-22s  %-22s\n", "noise", "right at first", "right in three", "answered at 0.5", "right of answered")
	for _, f := range r.Noise {
		fmt.Fprintf(&b, "%-6s  %-22s  %-22s  %-22s  %-22s\n", f.Kind, f.Right, f.Top3, f.Answered, f.Good)
	}
	b.WriteByte('\n')
	if r.OOS > 0 {
		fmt.Fprintf(&b, "out of scope: AUROC %.3f, refused at 0.5 %s\n", r.AUROC, r.Refused)
	}
	fmt.Fprintf(&b, "calibration error %.3f\n", r.Noise[0].Error)
	fmt.Fprintf(&b, "training %s, query p50 %s, p99 %s, model %.1f MB\n",
		r.Training.Round(10*time.Millisecond), r.P50.Round(time.Microsecond), r.P99.Round(time.Microsecond), float64(r.Memory)/1e6)
	return b.String()
}
