int lib(void);  // want: declare function lib
