/** What gates did over a time, in numbers (docs/guide/insight.md). */
package org.decisiongates.insight;
