package lib

func Help() {} // want: declare function lib.Help definition
