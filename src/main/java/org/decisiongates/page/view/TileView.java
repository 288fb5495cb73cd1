package org.decisiongates.page.view;

/** One question of the weekly review with its answer and the numbers behind it. */
public record TileView(String question, MarkView answer, String numbers) {
}
