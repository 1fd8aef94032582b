package learn

import "slices"

// MarshalBinary stores the model, so that it need not be trained again while the examples stay the same.
func (m *Model) MarshalBinary() ([]byte, error) {
	b := putTexts(putTexts(begin('m'), m.labels), m.texts)
	b = m.weights.put(m.vocab.put(b))
	b = putAll(putAll(b, m.near.label), m.near.start)
	b = putAll(putAll(b, m.near.doc), m.near.val)
	return seal(putAll(putAll(b, m.calibrator.right[:]), m.calibrator.scope[:])), nil
}

// UnmarshalBinary reads a stored model. It refuses anything damaged or of another version, and then leaves m as it was;
// the caller trains anew.
func (m *Model) UnmarshalBinary(b []byte) error {
	d := open(b, 'm')
	labels, texts := d.texts(), d.texts()
	k := core{labels: labels, vocab: getVocabulary(d, questionReader)}
	features := len(k.vocab.keys)
	k.weights = getWeights(d, len(labels), features)
	x := &nearest{label: getAll[uint16](d), start: getAll[uint32](d), doc: getAll[uint32](d), val: getAll[uint8](d)}
	d.must(len(x.label) == len(texts), below(x.label, len(labels)), rising(x.start, features, len(x.doc)),
		len(x.val) == len(x.doc), below(x.doc, len(texts)))
	k.near = x
	right, scope := getAll[float64](d), getAll[float64](d)
	d.must(len(right) == signalCount, len(scope) == signalCount, finite(right), finite(scope), slices.IsSorted(labels))
	if err := d.end("model"); err != nil {
		return err
	}
	m.core, m.texts = k, texts
	copy(m.calibrator.right[:], right)
	copy(m.calibrator.scope[:], scope)
	return nil
}

func (v *vocabulary) put(b []byte) []byte {
	return putAll(putAll(putAll(b, v.keys), v.idf), []float32{v.rare})
}

func getVocabulary(d *decoder, r reader) *vocabulary {
	v := &vocabulary{reader: r, keys: getAll[uint64](d), idf: getAll[float32](d)}
	rare := getAll[float32](d)
	d.must(len(v.idf) == len(v.keys), finite(v.idf), len(rare) == 1, finite(rare))
	for i := 1; i < len(v.keys); i++ {
		d.must(v.keys[i-1] < v.keys[i])
	}
	if d.err != nil {
		return &vocabulary{}
	}
	v.rare = rare[0]
	v.index()
	return v
}

func (w *weights) put(b []byte) []byte {
	b = putAll(putAll(putAll(b, w.start), w.label), w.val)
	return putAll(putAll(b, w.scale), w.bias)
}

func getWeights(d *decoder, labels, features int) *weights {
	w := &weights{start: getAll[uint32](d), label: getAll[uint16](d), val: getAll[int8](d), scale: getAll[float32](d), bias: getAll[float32](d)}
	d.must(len(w.scale) == labels, len(w.bias) == labels, finite(w.scale), finite(w.bias), len(w.label) == len(w.val),
		rising(w.start, features, len(w.val)), below(w.label, labels))
	return w
}

// MarshalNumbers stores a few numbers that were learned beside models, with the same checks.
func MarshalNumbers(list []float64) []byte { return seal(putAll(begin('n'), list)) }

// UnmarshalNumbers reads what MarshalNumbers stored; it refuses anything damaged.
func UnmarshalNumbers(b []byte) ([]float64, error) {
	d := open(b, 'n')
	list := getAll[float64](d)
	d.must(finite(list))
	return list, d.end("numbers")
}
