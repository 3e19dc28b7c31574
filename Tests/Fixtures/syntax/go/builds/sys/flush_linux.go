package sys

func flush() {} // want: declare function sys.flush definition
