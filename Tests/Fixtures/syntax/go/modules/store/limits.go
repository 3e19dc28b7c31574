package store

const limit = 3 // want: declare constant store.limit definition
