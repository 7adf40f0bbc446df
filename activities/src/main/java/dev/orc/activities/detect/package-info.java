/** What a project is, found from its files: its type, and how its dev server is started. */
package dev.orc.activities.detect;
