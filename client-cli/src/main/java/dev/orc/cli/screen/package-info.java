/** Tables, widths and colours; text from outside is cleaned here. */
package dev.orc.cli.screen;
