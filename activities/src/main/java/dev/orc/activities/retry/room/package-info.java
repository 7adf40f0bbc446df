/** Whether the host has room for another team: memory and disk. */
package dev.orc.activities.retry.room;
