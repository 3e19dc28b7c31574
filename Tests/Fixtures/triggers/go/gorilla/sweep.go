package main

// want: none
func (s Sweep) Run() {}
