/** What is text and what only pretends to be. */
package dev.orc.base.text;
