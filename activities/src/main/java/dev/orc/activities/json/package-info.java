/** JSON as the files of a host hold it. */
package dev.orc.activities.json;
