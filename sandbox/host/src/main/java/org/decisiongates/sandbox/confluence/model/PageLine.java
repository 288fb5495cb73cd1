package org.decisiongates.sandbox.confluence.model;

import java.util.Optional;

/** A page in a listing: enough to link to it and to place it in the tree. */
public record PageLine(long id, Optional<Long> parent, String title) {
}
