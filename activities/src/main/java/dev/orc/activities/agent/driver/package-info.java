/** What is known of each agent program: a file of data, and one interpreter of it. */
package dev.orc.activities.agent.driver;
