package sys

func Run(h *handle) { // want: probable-type sys.Run -> sys.handle @sys/open_linux.go
	// want: probable-type sys.Run -> sys.handle @sys/open_windows.go
	open() // want: probable-call sys.Run -> sys.open @sys/open_linux.go
	// want: probable-call sys.Run -> sys.open @sys/open_windows.go
	h.close() // want: call sys.Run -> sys.handle.close
}
