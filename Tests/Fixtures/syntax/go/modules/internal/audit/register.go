package audit

func init() { registered = true } // want: global-write audit.init -> audit.registered

func init() { registered = false } // want: global-write audit.init -> audit.registered

var registered bool // want: declare variable audit.registered definition mutableState
