/** Specs: the Markdown documents that say what to build. */
package dev.orc.activities.plan.spec;
