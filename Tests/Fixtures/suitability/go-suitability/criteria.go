package criteria

import (
	"os"
	"time"

	"gocv.io/x/gocv" // want: B11 -> file
	"github.com/redis/go-redis/v9" // want: B25 -> file
)

// want: B6 -> Save
func Save(text []byte) { os.WriteFile("/srv/x", text, 0o644) }

// want: B10 -> Wait
func Wait() { time.Sleep(time.Minute) }

// want: !B6 -> Plain
// want: !B10 -> Plain
func Plain() []byte {
	text, _ := os.ReadFile("/srv/os.WriteFile")
	return text
}
