/** The host floor, as the worker sees it. */
package dev.orc.worker.host;
