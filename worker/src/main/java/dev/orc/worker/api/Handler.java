package dev.orc.worker.api;

/** Serves one kind of request. Thread-safe. */
@FunctionalInterface
interface Handler {
  /** The answer; null when the handler keeps the exchange and answers by itself. */
  ApiAnswer handle(ApiRequest call);
}
