/** What every durable run is made of: a wake-up, pending activities, one timer, an orderly end. */
package dev.orc.workflows.entity;
