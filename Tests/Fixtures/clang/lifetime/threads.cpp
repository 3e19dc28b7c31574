#include <chrono>
#include <fstream>
#include <future>
#include <thread>
struct Pool {
  bool listen(int n) { return n > 0; }
  void run() {
    std::thread worker([] { while (true) { } });  // want: lifetime thread-started std::thread::thread in Pool::run
    // want: lifetime endless-loop - in Pool::run
    std::ofstream out("log");  // want: lifetime file-written std::basic_ofstream::basic_ofstream in Pool::run
    std::this_thread::sleep_for(std::chrono::seconds(1));  // want: lifetime slept std::this_thread::sleep_for in Pool::run
    auto later = std::async([] { return 1; });  // want: lifetime thread-started std::async in Pool::run
    listen(1);  // want: call Pool::run -> Pool::listen
    // want: !lifetime socket-listened listen in Pool::run
    while (true) {  // want: lifetime endless-loop exit in Pool::run
      auto f = [] { return 1; };
      if (f() > 1) throw 1;
    }
  }
};
