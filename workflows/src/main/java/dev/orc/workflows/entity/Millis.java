package dev.orc.workflows.entity;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a time that is carried as a number: of thousands, texts take long to write and to read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@JsonFormat(
    shape = JsonFormat.Shape.NUMBER,
    without = {
      JsonFormat.Feature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS,
      JsonFormat.Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS
    })
public @interface Millis {}
