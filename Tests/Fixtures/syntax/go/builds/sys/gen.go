//go:build ignore

package main

func open() {}

func main() { open() } // want: call main.main -> main.open @sys/gen.go
