/**
 * A stand-in for the models of real agent programs: it speaks their vendors' protocols on loopback,
 * plays a role from its brief or does what a prompt says, refuses when it is told to, and remembers
 * what it was asked. Written from the protocols, so that no account and no network is needed.
 */
package dev.orc.lab.standin;
