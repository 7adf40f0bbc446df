package main

import "testing"

func TestGreetsByName(t *testing.T) {
	if got := greeting("orc"); got != "Hello, orc!" {
		t.Errorf("greeting said %q", got)
	}
}
