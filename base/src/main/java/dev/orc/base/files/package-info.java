/** How files of the state folder are written and read. */
package dev.orc.base.files;
