#[cfg(unix)]
#[path = "unix.rs"]
mod sys; // want: import unix.rs -> src/unix.rs
#[cfg(windows)]
#[path = "windows.rs"]
mod sys; // want: import windows.rs -> src/windows.rs

pub fn run() {
    sys::flush(); // want: probable-call run -> unix::flush
    // want: probable-call run -> windows::flush
    pick(); // want: probable-call run -> pick
    sys::only_unix(); // want: call run -> unix::only_unix
}

#[cfg(unix)]
fn pick() {}
#[cfg(not(unix))]
fn pick() {}
