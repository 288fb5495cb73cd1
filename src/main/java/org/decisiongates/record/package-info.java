/** The record of an issue: what is stored of it, and what people type into it. Plain Java. See docs/guide/decision-record.md. */
package org.decisiongates.record;
