package app;

/** Where the program begins. */
public final class App {
  private App() {}

  public static void main(String[] arguments) {
    System.out.println(greeting(arguments.length > 0 ? arguments[0] : "world"));
  }

  static String greeting(String name) {
    return "Hello, " + name + "!";
  }
}
