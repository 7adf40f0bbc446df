/** Telling people what needs them. */
package dev.orc.activities.tell.notice;
