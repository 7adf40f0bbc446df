/** What every command about batches shares: finding one, following one, naming specs. */
package dev.orc.cli.batch;
