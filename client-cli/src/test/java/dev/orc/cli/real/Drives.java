package dev.orc.cli.real;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names the real programs that a class of tests drives; without them it is skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Bench.class)
@interface Drives {
  /** Drivers, the first of which is every role's unless the test says otherwise. */
  String[] value();

  /** Of the first driver; without it the newest that is pinned. */
  String version() default "";
}
