/** What is known of a failure, and the spec of the next try that says so first. */
package dev.orc.activities.retry.research;
