/** The development server's database file: whether it is sound, and whole copies of it. */
package dev.orc.worker.database;
