// Package eligibility asks the fewest questions until rules are decided. No flow is drawn by hand: what is asked next follows
// from the rules, the answers so far and the goal, the same for the same, and it can say why it is asked.
//
// Most callers want Next. Reading order: goal.go (what is looked for), next.go (the question that decides most), first.go
// (the way to the first entitlement), typed.go (answers as people write them) with typed_number.go and typed_date.go.
package eligibility
