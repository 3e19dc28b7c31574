//go:build linux && !race
// +build linux

// want: annotation go:build =linux && !race on -

package loose

import "b/sys" // want: import b/sys -> sys/sys.go

//go:generate stringer -type=Kind
// want: annotation go:generate =stringer -type=Kind on -

func Use() { sys.Run(nil) } // want: call loose.Use -> sys.Run @sys/sys.go
