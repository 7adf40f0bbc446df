/** Commands by which people and agents say something: send, report, check in, inbox. */
package dev.orc.cli.talk;
