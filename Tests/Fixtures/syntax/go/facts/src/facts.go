package facts

import (
	"database/sql"
	"errors"
	"net/http"
	"os/exec"
	"time"
)

type User struct {
	ID   int    `json:"id,omitempty" db:"user_id"` // want: annotation json =id,omitempty on facts.User.ID
	Name string `gorm:"column:\"n\";size:3" bad`
	// want: annotation db =user_id on facts.User.ID
	// want: annotation gorm =column:\"n\";size:3 on facts.User.Name
}

func (User) TableName() string { return "Users" } // want: table define users in facts.User.TableName

var ErrGone = errors.New("gone") // want: declare variable facts.ErrGone definition
var cache = map[string]User{}    // want: declare variable facts.cache definition mutableState
var counter, total int           // want: declare variable facts.total definition mutableState
const query = "SELECT * FROM customers WHERE id = ?" // want: table read customers in facts.query

type Kind int

const (
	First Kind = iota // want: declare constant facts.First definition
	Second
)

func (k Kind) String() string { return "" }

func load(db *sql.DB, id string) {
	db.Query("INSERT INTO ledger " + // want: table write ledger in facts.load
		"(id) VALUES (" + id + ")")
	db.Exec(`
		UPDATE accounts
		SET x = 1`)
	// want: table write accounts in facts.load
	cache["a"] = User{} // want: global-write facts.load -> facts.cache
	_ = cache["a"].Name // want: global-read facts.load -> facts.cache
	counter++ // want: global-write facts.load -> facts.counter
	Second.String() // want: call facts.load -> facts.Kind.String
	// want: field facts.load -> facts.Second
	if errors.Is(nil, ErrGone) { // want: field facts.load -> facts.ErrGone
		return
	}
	print("select a colour from the list") // want: !table read colour in facts.load
	time.Sleep(1) // want: lifetime slept time.Sleep in facts.load
	exec.Command("ls") // want: lifetime process-forked os/exec.Command in facts.load
	for { // want: lifetime endless-loop - in facts.load
		http.ListenAndServe("", nil) // want: lifetime socket-listened net/http.ListenAndServe in facts.load
		func() { return }()
	}
}

func loops(time []string) {
	for { // want: lifetime endless-loop exit in facts.loops
		break
	}
	for i := 0; i < 3; i++ {
	}
	for range time {
	}
	time.Sleep(1) // want: !lifetime slept time.Sleep in facts.loops
}

// @trigger schedule cron="0 3 * * *"
func nightly() {} // want: trigger schedule comment on facts.nightly cron=0 3 * * *
