package dev.orc.lab.standin;

import java.io.IOException;

/** The stand-in by itself, to try programs out: {@code PORT}; it ends with its standard input. */
public final class StandInMain {
  private StandInMain() {}

  public static void main(String[] arguments) throws IOException {
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    try (StandIn standIn = StandIn.open(port)) {
      System.out.println(standIn.url());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
