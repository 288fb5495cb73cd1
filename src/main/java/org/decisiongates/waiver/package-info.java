/** Waivers: rules that may fail for a while, because somebody with the right to do so has accepted it. See docs/guide/waivers.md. */
package org.decisiongates.waiver;
