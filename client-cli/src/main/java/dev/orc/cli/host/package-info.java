/** Commands about the host: up, down, doctor, version, notices. */
package dev.orc.cli.host;
