/** Benchmarks of what the app does at every transition, against what others would do. See docs/performance.md. */
package org.decisiongates.sandbox.bench;
