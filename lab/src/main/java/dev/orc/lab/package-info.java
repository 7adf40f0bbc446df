/** What proves the product and is none of it; no floor of the product stands on it. */
package dev.orc.lab;
