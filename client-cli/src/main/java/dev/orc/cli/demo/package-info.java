/** {@code orc demo}: the whole thing once, with scripted agents. */
package dev.orc.cli.demo;
