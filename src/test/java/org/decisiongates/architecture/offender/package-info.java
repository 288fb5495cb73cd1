/** Small classes laid out as the app's packages, each breaking one house rule, to prove that the rule is not asleep. */
package org.decisiongates.architecture.offender;
