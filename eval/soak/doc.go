// Package soak holds tests of the whole house under load and under attack: many people at once, a session store that
// freezes or dies, a gateway that sends nonsense, and a search for telephone numbers in everything that is kept.
//
// The tests are short by default. With SOAK=1 in the environment they run longer and with more people: make soak.
package soak
