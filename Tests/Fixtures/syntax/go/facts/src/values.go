package facts

type Point struct{ X int }

func (p Point) new(f func(int)) int { return 0 }

func origin() Point { return Point{} }

func values(p Point, n int) {
	_ = new(Point)
	_ = new(origin()) // want: call facts.values -> facts.origin
	_ = new(Point{X: 1}) // want: call facts.values -> facts.Point
	_ = new("a text with new(")
	_, _, _ = new(-1), new(n+1), new(true)
	_ = new(map[string]func(int)) /* new(1) */
	_ = p.new(func(int) {}) // want: call facts.values -> facts.Point.new
}
