package m

import "m/shapes"

type Shapes []*shapes.Circle // want: type m.Shapes -> shapes.Circle

type Index map[string]*shapes.Square

type Handler func(s shapes.Shape) *shapes.Circle

type Service struct {
	shape shapes.Shape // want: type m.Service -> shapes.Shape
	index Index
	make  Handler
	build func() (*shapes.Square, error)
}

var shared = shapes.NewSquare() // want: call m.shared -> shapes.NewSquare

var a, b = shapes.Pair()

func (s *Service) Run(all Shapes, byName map[shapes.Square]shapes.Circle, work chan *shapes.Circle) {
	s.shape.Area(1)          // want: call m.Service.Run -> shapes.Shape.Area
	s.shape.Name()           // want: call m.Service.Run -> shapes.Named.Name
	shared.Area(2)           // want: call m.Service.Run -> shapes.Shape.Area
	// want: global-read m.Service.Run -> m.shared
	b.Area(1) // want: call m.Service.Run -> shapes.Square.Area
	for i, one := range all {
		one.Area(float64(i)) // want: call m.Service.Run -> shapes.Circle.Area
		one.Name()           // want: call m.Service.Run -> shapes.Base.Name
		one.Base.Inner.Depth++
		// want: field m.Service.Run -> shapes.Circle.Base
	}
	for key, value := range byName {
		key.Area(1)   // want: call m.Service.Run -> shapes.Square.Area
		value.Area(1) // want: call m.Service.Run -> shapes.Circle.Area
	}
	for one := range work {
		one.Area(1) // want: call m.Service.Run -> shapes.Circle.Area
	}
	(<-work).Area(2)            // want: call m.Service.Run -> shapes.Circle.Area
	s.index["a"].Area(1)        // want: call m.Service.Run -> shapes.Square.Area
	if one, ok := s.index["b"]; ok {
		one.Name() // want: call m.Service.Run -> shapes.Square.Name
	}
	s.make(s.shape).Area(3)     // want: call m.Service.Run -> shapes.Circle.Area
	made, err := s.build()
	made.Area(1) // want: call m.Service.Run -> shapes.Square.Area
	_ = err
	all[0].Area(1)              // want: call m.Service.Run -> shapes.Circle.Area
	all = append(all, &shapes.Circle{Radius: 1}) // want: field m.Service.Run -> shapes.Circle.Radius
	method := s.shape.Area      // want: address m.Service.Run -> shapes.Shape.Area
	_ = method
	expr := (*shapes.Circle).Area // want: address m.Service.Run -> shapes.Circle.Area
	_ = expr
}

func switches(v any, other shapes.Shape) {
	switch s := v.(type) {
	case *shapes.Circle: // want: type m.switches -> shapes.Circle
		s.Area(1) // want: call m.switches -> shapes.Circle.Area
	case shapes.Square, *shapes.Base:
		s.Area(1)
	}
	if square, ok := v.(shapes.Square); ok {
		square.Area(1) // want: call m.switches -> shapes.Square.Area
	}
	closure := func(c *shapes.Circle) *shapes.Square { // want: type m.switches -> shapes.Circle
		c.Area(1) // want: call m.switches -> shapes.Circle.Area
		return nil
	}
	closure(nil).Area(1) // want: call m.switches -> shapes.Square.Area
	func() { other.Area(2) }() // want: call m.switches -> shapes.Shape.Area
	select {
	case c := <-make(chan shapes.Circle):
		c.Area(1) // want: call m.switches -> shapes.Circle.Area
	default:
	}
	table := []struct {
		name  string
		shape shapes.Square
	}{{name: "a", shape: shapes.Square{}}}
	for _, row := range table {
		row.shape.Area(1) // want: call m.switches -> shapes.Square.Area
	}
	list := map[string][]*shapes.Square{"a": {{Side: 2}}} // want: field m.switches -> shapes.Square.Side
	for _, inner := range list {
		for _, square := range inner {
			square.Area(3) // want: call m.switches -> shapes.Square.Area
		}
	}
	shapes := other
	shapes.Area(1) // want: call m.switches -> shapes.Shape.Area
}

type Celsius float64

func (c Celsius) Warm() bool { return c > 20 }

func convert(f float64) bool {
	return Celsius(f).Warm() // want: type m.convert -> m.Celsius
	// want: call m.convert -> m.Celsius.Warm
}

// A local hides the package's own names.
func hidden(shared *shapes.Circle) {
	shared.Radius = 2 // want: field m.hidden -> shapes.Circle.Radius
	// want: !global-read m.hidden -> m.shared
	// want: !global-write m.hidden -> m.shared
}

func assign(s *Service) {
	s.shape = &shapes.Circle{}
	var local struct{ c shapes.Circle }
	local.c.Area(1) // want: call m.assign -> shapes.Circle.Area
	type inner struct{ c *shapes.Square }
	i := inner{}
	i.c.Area(1) // want: call m.assign -> shapes.Square.Area
	shared = nil // want: global-write m.assign -> m.shared
	go s.Run(nil, nil, nil) // want: call m.assign -> m.Service.Run
	// want: lifetime thread-started go in m.assign
	defer s.Run(nil, nil, nil)
}
