// Package house holds the rules of the house as tests: who may import whom, what nobody may call, that everything is
// explained and nothing grows too long. Each rule gives its reason, so that whoever breaks one can judge it; a rule that
// makes the code worse is changed here, in the open.
package house
