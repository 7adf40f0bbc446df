/**
 * What a project is, told from its files and its spec: type, size, and what it needs people for.
 */
package dev.orc.activities.detect;
