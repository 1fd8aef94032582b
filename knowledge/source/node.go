package source

// Kind is the shape of a Node.
type Kind uint8

// The three shapes of a Node. Null is a scalar that was left empty or written as null.
const (
	Null Kind = iota
	Scalar
	Mapping
	List
)

// String names the shape as an editor would.
func (k Kind) String() string {
	switch k {
	case Scalar:
		return "a text"
	case Mapping:
		return "a mapping"
	case List:
		return "a list"
	}
	return "nothing"
}

// Node is a piece of a YAML file with its place.
type Node struct {
	Pos
	Kind  Kind
	Text  string  // of a Scalar: what the editor typed, without quotes
	Pairs []Pair  // of a Mapping, in file order
	Items []*Node // of a List
}

// Pair is a key of a mapping with its value.
type Pair struct {
	Key   *Node // a Scalar
	Value *Node
}

// Get gives the value of a key, or nil. It may be called on nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, p := range n.Pairs {
		if p.Key.Text == key {
			return p.Value
		}
	}
	return nil
}
