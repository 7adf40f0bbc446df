/** A throwaway home with projects of its own, for what must touch nothing of a person's. */
package dev.orc.cli.stage;
