/** Tables of notifications: who is to be told what, how far steps were looked through, and what people have chosen. */
package org.decisiongates.store.notification;
