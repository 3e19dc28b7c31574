package audit

type Log struct{ lines []string }

func New() *Log { return new(Log) } // want: type audit.New -> audit.Log

func (l *Log) Write(line string) { l.lines = append(l.lines, line) } // want: field audit.Log.Write -> audit.Log.lines
