#ifndef TYPES_H
#define TYPES_H
struct point { int x, y; };  // want: declare type point definition
// want: declare field point::x definition
typedef struct { struct point origin; } frame;  // want: type frame -> point
// want: declare type frame definition
enum color { RED, GREEN };  // want: declare constant RED definition
struct hidden;  // want: declare type hidden
struct mentioned *first_mention(void);  // want: type first_mention -> mentioned
// want: !declare type mentioned
typedef struct hidden hidden;  // want: declare alias hidden definition
extern int total;  // want: declare variable total mutableState
int area(const frame *f);  // want: type area -> frame
hidden *make_hidden(void);
typedef int (*callback)(int);
void each(callback done);  // want: type each -> callback
// want: !declare macro TYPES_H
#endif
