package sys

func open() { flush() } // want: call sys.open -> sys.flush @sys/flush_linux.go

type handle struct{ fd int }

func (h *handle) close() {}
