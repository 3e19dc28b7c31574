module example.org/shop // the shop

go 1.21

require (
	example.org/api/v2 v2.0.1
	github.com/else/lib v1.0.0
)

replace (
	example.org/api/v2 => ./api/v2 // beside us
	example.org/gone => ../gone
)
