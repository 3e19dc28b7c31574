package sys

func open() { flush() } // want: call sys.open -> sys.flush @sys/flush_windows.go

type handle struct{ id string }

func (h *handle) close() { h.id = "" } // want: field sys.handle.close -> sys.handle.id
