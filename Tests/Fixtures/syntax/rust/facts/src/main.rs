use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};

static COUNT: AtomicUsize = AtomicUsize::new(0); // want: declare variable COUNT definition mutableState
static NAME: &str = "orders"; // want: declare variable NAME definition
static mut RAW: u8 = 0; // want: declare variable RAW definition mutableState
static CONFIG: OnceLock<String> = OnceLock::new(); // want: declare variable CONFIG definition mutableState
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| vec![]); // want: declare variable TABLE definition
static SHARED: LazyLock<Mutex<u8>> = LazyLock::new(|| Mutex::new(1)); // want: declare variable SHARED definition mutableState
const LIMIT: usize = 10; // want: declare constant LIMIT definition

#[tokio::main] // want: annotation tokio::main on main
async fn main() { // want: declare function main definition entryPoint
    COUNT.fetch_add(1, Ordering::SeqCst); // want: global-write main -> COUNT
    COUNT.load(Ordering::SeqCst); // want: global-read main -> COUNT
    unsafe { RAW = 2 }; // want: global-write main -> RAW
    tokio::spawn(async { serve() }); // want: lifetime thread-started tokio::spawn in main
    std::thread::sleep(wait()); // want: lifetime slept thread::sleep in main
    loop { // want: lifetime endless-loop exit in main
        if LIMIT > 1 { break; } // want: field main -> LIMIT
    }
}

fn wait() -> std::time::Duration { todo!() }

fn serve() {
    let listener = std::net::TcpListener::bind("0.0.0.0:80"); // want: lifetime socket-listened TcpListener::bind in serve
    loop { // want: lifetime endless-loop - in serve
        listener.accept(); // want: lifetime connection-accepted accept in serve
    }
}

fn data() {
    sqlx::query("SELECT id FROM orders WHERE n = $1"); // want: table read orders in data
    sqlx::query!("INSERT INTO lines (id) VALUES (1)"); // want: table write lines in data
    let _ = r#"DELETE FROM "old_rows" WHERE id = 1"#; // want: table write old_rows in data
    let _ = "UPDATE stock \
             SET n = 1"; // nothing of it stands here
    // want: table write stock in data
}

// @trigger http method=GET path=/orders
#[inline]
fn list() {}
// want: trigger http comment on list method=GET path=/orders

#[derive(Debug)]
#[serde(rename_all = "camelCase", default = "fallback")] // want: annotation serde rename_all=camelCase default=fallback on Row
struct Row {
    #[serde(rename = "Id")] // want: annotation serde rename=Id on Row::id
    id: u8,
}

fn fallback() -> Row { Row { id: 1 } }
// want: wiring Row -> fallback

mod inner {
    fn main() {} // want: declare function inner::main definition
}
