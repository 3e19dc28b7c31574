package generics

type Item struct{ Price int }

func (i *Item) Buy() {}

type Number interface{ ~int | ~float64 }

type List[T any] struct {
	items []T
	next  *List[T]
}

func (l *List[E]) First() E { return l.items[0] } // want: field generics.List.First -> generics.List.items

func (l *List[E]) Find(n int) (E, bool) { return l.items[n], true }

func (l *List[E]) All() []E { return l.items }

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func Map[A, B any](in []A, f func(A) B) []B { return nil }

func Load[T any](value T) T { return value }

func use(list *List[*Item], pair Pair[string, Item]) {
	list.First().Buy() // want: call generics.use -> generics.Item.Buy
	if one, ok := list.Find(1); ok {
		one.Buy() // want: call generics.use -> generics.Item.Buy
	}
	for _, item := range list.All() {
		item.Buy()
	}
	list.next.First().Buy()
	pair.Value.Buy()      // want: call generics.use -> generics.Item.Buy
	Load(&Item{}).Buy()   // want: call generics.use -> generics.Item.Buy
	made := List[Item]{}  // want: call generics.use -> generics.List
	made.First().Buy()    // want: call generics.use -> generics.Item.Buy
	_ = Map[int, Item](nil, nil) // want: call generics.use -> generics.Map
	_ = Load[*Item](nil)  // want: call generics.use -> generics.Load
	// want: unresolved 0
}

func sum[N Number](values ...N) (total N) { // want: type generics.sum -> generics.Number
	for _, v := range values {
		total += v
	}
	return
}

// The grammar takes some of these for types with arguments.
func ambiguous(rows [][]*Item, row, col int, run []func(n int) *Item, key Key, byKey map[Key]func(int) *Item) {
	rows[row][col] = nil
	rows[row][col].Buy() // want: call generics.ambiguous -> generics.Item.Buy
	run[row](col).Buy() // want: call generics.ambiguous -> generics.Item.Buy
	byKey[fallback](row).Buy() // want: field generics.ambiguous -> generics.fallback
	// want: !type generics.ambiguous -> generics.row
	mapped := Map[Key, Item] // want: address generics.ambiguous -> generics.Map
	_ = mapped
	// want: unresolved 0
}

type Key int

const fallback Key = 1
