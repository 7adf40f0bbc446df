/** How files of the state folder are written and read. */
package dev.orc.activities.files;
