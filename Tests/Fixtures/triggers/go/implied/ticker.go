package implied

import "time"

// want: implied schedule -> implied.Sweep
func Sweep() {
	for range time.NewTicker(time.Minute).C {
	}
}

// want: total 1
func Plain(clock Clock) {
	clock.NewTicker()
}
