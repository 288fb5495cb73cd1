/**
 * Records as JSON, both ways: strict and bounded where it comes from outside, and every complaint names the place. Plain Java; see ADR
 * 0055.
 */
package org.decisiongates.json;
