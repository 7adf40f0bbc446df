/** Who said and did what, day by day. */
package dev.orc.activities.tell.audit;
