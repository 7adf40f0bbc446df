/** Programs that are run to their end: argument vectors, a time limit, no shell. */
package dev.orc.base.process;
