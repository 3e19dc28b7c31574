extern int picked;
