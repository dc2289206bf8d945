package dev.weakspot.web.chart;

/**
 * A picture and the part of it that holds the plot; the rest is for labels.
 *
 * @param width of the picture
 * @param height of the picture
 * @param left where the plot begins
 * @param top where the plot begins
 * @param right where the plot ends
 * @param bottom where the plot ends
 */
public record Area(int width, int height, int left, int top, int right, int bottom) {

    public Area {
        if (left < 0 || left >= right || right > width || top < 0 || top >= bottom || bottom > height) {
            throw new IllegalArgumentException("The plot is not inside of its picture");
        }
    }

    /** With room for numbers on the left, days below, and names of lines on the right. */
    public static Area of(int width, int height) {
        return new Area(width, height, 46, 10, width - 24, height - 24);
    }

    /** Shares of 1, with 0 at the bottom. */
    Scale shares() {
        return upTo(1);
    }

    /** Values from 0, which is at the bottom, to the highest. */
    Scale upTo(double highest) {
        return new Scale(0, highest, bottom, top);
    }
}
