/** How something is refused: what is wrong, what would help, and how an activity ends with it. */
package dev.orc.activities.failure;
