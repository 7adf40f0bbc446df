package dev.orc.cli.host;

/**
 * One thing that the doctor has looked at.
 *
 * @param state {@code ok}, {@code warn} or {@code fail}
 * @param remedy what to do; null when all is well
 */
public record Check(String name, String state, String detail, String remedy) {
  static Check ok(String name, String detail) {
    return new Check(name, "ok", detail, null);
  }

  static Check warn(String name, String detail, String remedy) {
    return new Check(name, "warn", detail, remedy);
  }

  static Check fail(String name, String detail, String remedy) {
    return new Check(name, "fail", detail, remedy);
  }

  boolean failed() {
    return state.equals("fail");
  }
}
