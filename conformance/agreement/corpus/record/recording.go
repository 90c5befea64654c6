// Package recording notes down what kro's own tests hand to kro: a line of JSON for each call that no other recorded call made.
package recording

import (
	"encoding/json"
	"os"
	"sync/atomic"
)

var depth atomic.Int32

// Call notes down the arguments of a call unless it is inside of another one. The caller defers what it returns.
func Call(what string, arguments map[string]any) (leave func()) {
	if depth.Add(1) == 1 {
		write(what, arguments)
	}
	return func() { depth.Add(-1) }
}

// A case that JSON cannot hold is written without arguments, so that it is counted as left out.
func write(what string, arguments map[string]any) {
	line, err := json.Marshal(map[string]any{"what": what, "arguments": arguments})
	if err != nil {
		line, _ = json.Marshal(map[string]any{"what": what, "unwritable": err.Error()})
	}
	file, err := os.OpenFile(os.Getenv("RECORD_TO"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	if _, err := file.Write(append(line, '\n')); err != nil {
		panic(err)
	}
}
