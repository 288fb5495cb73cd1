/** The timers Active Objects 6.1.1 links against; here they measure nothing. */
package com.atlassian.util.profiling;
