/** YAML that is read with the place of everything, so that a fault can be told with its line. */
package dev.orc.activities.yaml;
