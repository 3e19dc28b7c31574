package shapes

type Named interface { // want: declare type shapes.Named definition abstract
	Name() string
}

type Shape interface {
	Named // want: inherit shapes.Shape -> shapes.Named
	Area(scale float64) float64
}

type Base struct {
	Title string
	Inner struct{ Depth int }
}

func (b Base) Name() string { return b.Title } // want: field shapes.Base.Name -> shapes.Base.Title

type Circle struct {
	*Base  // want: inherit shapes.Circle -> shapes.Base
	Radius float64
}

func (c *Circle) Area(scale float64) float64 { return c.Radius * scale }

var _ Shape = (*Circle)(nil) // want: implement shapes.Circle -> shapes.Shape

// It lacks a parameter of Area, so nothing says that it is one.
type Broken struct{ Base }

func (b Broken) Area() float64 { return 0 }

var _ Shape = Broken{} // want: !implement shapes.Broken -> shapes.Shape

type Square struct{ Side float64 }

func (s Square) Name() string            { return "square" }
func (s Square) Area(float64) float64    { return s.Side }
func NewSquare() Shape                   { return Square{Side: 1} } // want: probable-implement shapes.Square -> shapes.Shape
func NewBoth() (Shape, error)            { return &Circle{}, nil }
func Pair() (*Circle, *Square)           { return nil, nil }
func Each(f func(s *Square) *Circle)     { f(nil).Name() } // want: call shapes.Each -> shapes.Base.Name

// Has all methods of Named, which nobody says.
type Silent struct{}

func (Silent) Name() string { return "" } // want: !implement shapes.Silent -> shapes.Named
