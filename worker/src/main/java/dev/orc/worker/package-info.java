/** The processes of a host: the worker, its API, the local Temporal. */
package dev.orc.worker;
