/**
 * What a project is, told from its files and its spec: type, size, what it needs people for, and
 * how its dev server is started.
 */
package dev.orc.activities.plan.detect;
