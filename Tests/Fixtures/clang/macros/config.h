#ifndef CONFIG_H
#define CONFIG_H
#define LIMIT 10  // want: declare macro LIMIT definition
#define SQUARE(x) ((x) * (x))  // want: declare macro SQUARE definition
#define HAVE_LOG
extern int level;
#define RAISE() (level = LIMIT)
#define BUMP(v) ((v)++)
#define FOREVER for (;;)
// want: !declare macro CONFIG_H
#endif
