package main

import (
	"fmt" // want: import-external fmt
	. "math"

	"example.org/api/v2" // want: import example.org/api/v2 -> api/v2/api.go
	"example.org/gone/x" // want: import-external example.org/gone/x
	_ "example.org/shop/internal/audit" // want: import example.org/shop/internal/audit -> internal/audit/register.go
	"example.org/shop/generated" // want: import-missing example.org/shop/generated
	db "example.org/shop/store" // want: import example.org/shop/store -> store/store.go
	"github.com/else/lib" // want: import github.com/else/lib -> vendor/github.com/else/lib/lib.go
)

func main() { // want: declare function main.main definition entryPoint
	fmt.Println(api.Version) // want: field main.main -> api.Version
	lib.Help() // want: call main.main -> lib.Help
	s, err := db.Open("a") // want: call main.main -> store.Open
	if err != nil { panic(err) }
	grown := s.Grow(1) // want: call main.main -> store.Store.Grow
	grown.Log.Write("x") // want: field main.main -> store.Store.Log
	// want: call main.main -> audit.Log.Write
	c := api.New()
	_ = c.Name // want: field main.main -> api.Client.Name
	var store db.Store // want: type main.main -> store.Store
	store.Grow(2) // want: call main.main -> store.Store.Grow
	x.Open()
	_ = Sqrt(2)
}
