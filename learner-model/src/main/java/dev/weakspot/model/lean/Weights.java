package dev.weakspot.model.lean;

/**
 * A weight for each of some names. They learn by AdaGrad: each has a step of its own that shrinks with what it has been through
 * (J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12,
 * 2011).
 *
 * <p>They are saved in the order of the names: add names at the end.
 */
final class Weights<F extends Enum<F>> {

    private final double[] values;
    private final double[] squares;

    Weights(Class<F> names) {
        values = new double[names.getEnumConstants().length];
        squares = new double[values.length];
    }

    private Weights(Weights<F> origin) {
        values = origin.values.clone();
        squares = origin.squares.clone();
    }

    Weights<F> copy() {
        return new Weights<>(this);
    }

    double weighed(Features<F> features) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * features.values[i];
        }
        return sum;
    }

    /**
     * One step of each weight against the gradient of the log loss.
     *
     * @param error by how much the prediction was too high
     * @param patience how much a weight must have been through before its steps shrink
     */
    void descend(Features<F> features, double error, double rate, double patience) {
        for (int i = 0; i < values.length; i++) {
            descend(i, error * features.values[i], rate, patience);
        }
    }

    /** One step of one weight against a gradient. */
    @SuppressWarnings("EnumOrdinal") // See Features.
    void descend(F name, double gradient, double rate, double patience) {
        descend(name.ordinal(), gradient, rate, patience);
    }

    private void descend(int index, double gradient, double rate, double patience) {
        squares[index] += gradient * gradient;
        values[index] -= rate * gradient / Math.sqrt(squares[index] + patience);
    }

    @SuppressWarnings("EnumOrdinal")
    double value(F name) {
        return values[name.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    void setValue(F name, double value) {
        values[name.ordinal()] = value;
    }

    void write(ByteWriter out) {
        out.writeCount(values.length);
        for (int i = 0; i < values.length; i++) {
            out.writeDouble(values[i]);
            out.writeDouble(squares[i]);
        }
    }

    /** Names that were added since the bytes were written keep the weights that they begin with. */
    void read(ByteReader in) {
        int size = in.readSmallCount();
        for (int i = 0; i < size; i++) {
            values[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }
}
