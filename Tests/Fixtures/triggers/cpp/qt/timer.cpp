#include <QTimer>

void refresh() {}

// want: implied schedule -> refresh
void start() {
  QTimer::singleShot(60000, refresh);
}

// A function of the same name of something else.
// want: total 1
void other(Gun& gun) {
  gun.singleShot(3);
}
