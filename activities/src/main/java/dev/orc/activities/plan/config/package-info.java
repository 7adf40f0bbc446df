/** What people configure: read as a whole, every fault with its place. */
package dev.orc.activities.plan.config;
