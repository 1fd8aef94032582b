package dialog

// Effect is what a turn promised to do for the person outside the talk. It must be durable before the promise is told; where
// it cannot be, the person is told so.
type Effect struct {
	Kind EffectKind
	Spot Spot // what it is about
}

// EffectKind says what is to be done.
type EffectKind uint8

// The kinds of effects.
const (
	TextMe EffectKind = iota + 1 // the answer at Spot goes to the person's telephone as an SMS
)
