/** What every part of the worker's process stands on: locks, threads, JSON, its version. */
package dev.orc.worker.process;
