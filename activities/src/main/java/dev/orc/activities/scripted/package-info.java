/** The scripted agent: a program that behaves like an agent in a pane, from a playbook. */
package dev.orc.activities.scripted;
