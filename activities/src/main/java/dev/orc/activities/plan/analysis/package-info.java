/** Plans that an agent program makes or reviews, asked without a terminal and checked. */
package dev.orc.activities.plan.analysis;
