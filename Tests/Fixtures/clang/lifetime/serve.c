#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>
static void *work(void *p) { return p; }
int stopping;
void serve(int fd) {
  pthread_t t;
  pthread_create(&t, 0, work, 0);  // want: lifetime thread-started pthread_create in serve
  // want: address serve -> work
  listen(fd, 1);  // want: lifetime socket-listened listen in serve
  signal(SIGHUP, SIG_IGN);  // want: lifetime signal-handled signal in serve
  while (1) {  // want: lifetime endless-loop - in serve
    accept(fd, 0, 0);  // want: lifetime connection-accepted accept in serve
    for (int i = 0; i < 3; i++) break;
    switch (fd) { case 1: break; }
  }
}
void watch(int fd) {
  for (;;) {  // want: lifetime endless-loop exit in watch
    epoll_wait(fd, 0, 0, 0);  // want: lifetime event-loop epoll_wait in watch
    if (stopping) break;
  }
  do {  // want: lifetime endless-loop exit in watch
    for ( ; ; /* on */ ) { inotify_add_watch(fd, "x", 1); }  // want: lifetime endless-loop - in watch
    if (fd) exit(1);
  } while (1);
  do { fd++; } while (0);
  while (fd) fd--;
  for (; fd;) fd--;
}
// want: !lifetime slept sleep in watch
void files(const char *mode) {
  fopen("a", "r");
  fopen("b", "wb");  // want: lifetime file-written fopen in files
  fopen("c", mode);
  open("d", O_RDONLY);
  open("e", O_WRONLY | O_CREAT, 0600);  // want: lifetime file-written open in files
  if (fork() == 0) sleep(1);  // want: lifetime process-forked fork in files
  // want: lifetime slept sleep in files
}
// want: count lifetime 14
